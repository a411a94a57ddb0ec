import { z } from 'zod'

/** What a second start says to the first over the local socket: one line of JSON, answered by one line of JSON. */
export const requestSchema = z.discriminatedUnion('kind', [
  /** Answered when the first knows whether it has an address. */
  z.object({ kind: z.literal('hello') }),
  /** Absolute paths to open; none means: show yourself. */
  z.object({ kind: z.literal('open'), paths: z.array(z.string().min(1)).max(10_000) }),
])

export type InstanceRequest = z.infer<typeof requestSchema>

export const replySchema = z.object({ address: z.string().nullable() })

export type InstanceReply = z.infer<typeof replySchema>

/** Longest line in characters: 10,000 long paths fit. */
export const lineLimit = 8_000_000
