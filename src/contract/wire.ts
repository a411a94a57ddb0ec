import { z } from '../schema/index.ts'

/**
 * What a page sends over the browser host's WebSocket, one JSON object per message; the other direction is in `envelope.ts`. The page counts its calls; a reply carries
 * the number of its call. `ping` is the page asking whether the line is alive (a page cannot see WebSocket pings).
 */
export const messageFromPageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    id: z.number().int().nonnegative(),
    name: z.string().min(1).max(100),
    input: z.unknown(),
  }),
  z.object({ kind: z.literal('cancel'), id: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('ping') }),
])

export type MessageFromPage = z.infer<typeof messageFromPageSchema>

/** Largest message in bytes from a page: a queue of 100,000 entries fits twice. */
export const messageFromPageLimitBytes = 32 * 1024 * 1024
