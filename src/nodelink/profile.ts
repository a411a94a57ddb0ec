import { failureSchema } from '../schema/failure.ts'
import { z } from '../schema/index.ts'
import { nodeReportSchema } from './node.ts'

/** How a node is, as it said at `atMs`. */
export const nodeHealthSchema = z.object({
  playing: z.number().int().nonnegative(),
  uptimeMs: z.number().nonnegative(),
  memoryBytes: z.number().nonnegative(),
  /** Load of its computer, 0…1. */
  systemLoad: z.number().min(0).max(1),
  /** Ms since the epoch. */
  atMs: z.number(),
})

export type NodeHealth = Readonly<z.infer<typeof nodeHealthSchema>>

/** What is known of a node now. */
export const nodeStateSchema = z.discriminatedUnion('kind', [
  /** Nobody has needed it yet. */
  z.object({ kind: z.literal('unknown') }),
  /** `before`: what was in the way until now, when it is looked for again. */
  z.object({ kind: z.literal('asking'), before: failureSchema.nullable() }),
  z.object({ kind: z.literal('ready'), report: nodeReportSchema, health: nodeHealthSchema.nullable() }),
  /** Not to be had; looked for again by itself at `retryAtMs` (ms since the epoch). */
  z.object({ kind: z.literal('away'), failure: failureSchema, retryAtMs: z.number() }),
  /** Its protection lets nothing of this address in until then (ms since the epoch). */
  z.object({ kind: z.literal('lockedOut'), untilMs: z.number() }),
  /** Asking again would change nothing: something has to be changed by the person first. */
  z.object({ kind: z.literal('refused'), failure: failureSchema }),
])

export type NodeState = Readonly<z.infer<typeof nodeStateSchema>>

/** What is worth knowing of an address: `password-readable`, sent over the internet without encryption. */
export const addressWarnings = ['password-readable'] as const

export const addressWarningSchema = z.enum(addressWarnings).nullable()

export type AddressWarning = z.infer<typeof addressWarningSchema>

/** A node as the person keeps it. Its password is never part of this. */
export const nodeProfileSchema = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  warning: addressWarningSchema,
  /** Sources that are switched off, by the node's own names. */
  sourcesOff: z.array(z.string()).readonly(),
  state: nodeStateSchema,
})

export type NodeProfile = Readonly<z.infer<typeof nodeProfileSchema>>

/** A node that answered a test. */
export const nodeTestSchema = z.object({
  /** The address as it was understood. */
  address: z.string(),
  warning: addressWarningSchema,
  report: nodeReportSchema,
})

export type NodeTest = Readonly<z.infer<typeof nodeTestSchema>>
