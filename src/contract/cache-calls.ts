import { z } from '../schema/index.ts'
import type { CallDefinition } from './definition.ts'

const count = z.number().int().nonnegative()

const statusSchema = z.object({
  /** Since the app was started: answered from memory, from where entries are kept, with something past its time, not at all. */
  memoryHits: count,
  storedHits: count,
  staleHits: count,
  misses: count,
  /** What entries take on this disk, and may take. */
  bytes: count,
  limitBytes: count,
  /** The Redis in which entries are kept instead; its address without a password. */
  redis: z.object({ address: z.string(), isReachable: z.boolean() }).nullable(),
})

/** What is remembered of answers from outside. */
export const cacheCalls = {
  'cache.status': { input: z.null(), output: statusSchema },
  /** Keeps entries in this Redis from now on, if it answers; null: on this disk. */
  'cache.keepInRedis': { input: z.object({ address: z.string().max(2000).nullable() }), output: statusSchema },
} as const satisfies Record<string, CallDefinition>
