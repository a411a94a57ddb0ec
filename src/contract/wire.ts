import { z } from '../schema/index.ts'
import { failureSchema } from './failure-schema.ts'

/**
 * What goes over the browser host's WebSocket, one JSON object per message. The page counts its calls; a reply carries
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

/** The shape every reply has, whatever its value is. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
])

/** What the backend sends to a page. */
export const messageToPageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), id: z.number().int().nonnegative(), reply: replySchema }),
  z.object({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
  z.object({ kind: z.literal('pong') }),
])

export type MessageToPage = z.infer<typeof messageToPageSchema>

/** Largest message in bytes from a page: a queue of 100,000 entries fits twice. */
export const messageFromPageLimitBytes = 32 * 1024 * 1024
