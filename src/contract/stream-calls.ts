import { z } from '../schema/index.ts'
import { streamInfoSchema } from '../streams/index.ts'
import type { CallDefinition } from './definition.ts'

/** Tracks that come from a node. */
export const streamCalls = {
  /**
   * These tracks will probably be heard soon, the very next one first: the way to them is looked for and their first bytes are
   * brought. Replaces what an earlier call asked for. Tracks that are files cost nothing.
   */
  'streams.prepare': { input: z.object({ trackIds: z.array(z.string().min(1)).max(10) }), output: z.null() },
  /** How a track comes here; null for one that does not come from a node, or was not asked for yet. */
  'streams.info': { input: z.object({ trackId: z.string().min(1) }), output: streamInfoSchema.nullable() },
} as const satisfies Record<string, CallDefinition>

export const streamEvents = {
  /** Something about how a track comes here has changed; while it comes, at most twice a second. */
  'streams.changed': streamInfoSchema,
} as const satisfies Record<string, z.ZodType>
