import { z } from 'zod'
import { type QueueEntryRecord, type QueueRecord, queueContextSchema } from '../../../src/contract/index.ts'

/** Entries per stored piece. Small enough that one change rewrites a few pages, large enough that 10,000 are 40 rows. */
export const entriesPerPiece = 256

/**
 * A queue as stored: a head, and all entries in playing order (past, current, upcoming) cut into pieces. Going on to the
 * next track moves no entry, so it rewrites the head alone.
 */
export interface PackedQueue {
  readonly head: string
  readonly pieces: readonly string[]
}

const headSchema = z.object({
  pieces: z.number().int().nonnegative(),
  past: z.number().int().nonnegative(),
  currentId: z.string().nullable(),
  context: queueContextSchema.nullable().catch(null),
  shuffle: z.boolean().catch(false),
  repeat: z.enum(['off', 'all', 'one']).catch('off'),
})

/** Entry, track, origin, order; and a 1 where the entry was passed over without being played. */
const rowSchema = z.tuple(
  [z.string().min(1), z.string().min(1), z.enum(['queued', 'context']), z.number()],
  z.literal(1),
)

const pieceSchema = z.array(rowSchema)

/** Cuts a queue into what is stored. */
export function packQueue(queue: QueueRecord): PackedQueue {
  const entries = [...queue.past, ...(queue.current === null ? [] : [queue.current]), ...queue.upcoming]
  const pieces: string[] = []
  for (let start = 0; start < entries.length; start += entriesPerPiece) {
    const piece = entries.slice(start, start + entriesPerPiece)
    pieces.push(JSON.stringify(piece.map(toRow)))
  }
  const head: z.infer<typeof headSchema> = {
    pieces: pieces.length,
    past: queue.past.length,
    currentId: queue.current?.entryId ?? null,
    context: queue.context,
    shuffle: queue.shuffle,
    repeat: queue.repeat,
  }
  return { head: JSON.stringify(head), pieces }
}

/** How many pieces a stored head names; 0 when it cannot be read. */
export function pieceCount(head: string): number {
  return readHead(head)?.pieces ?? 0
}

/**
 * Puts a stored queue together, from the entries of all its pieces; null when the head cannot be read. If the current entry is
 * among the lost ones, what is left comes next.
 */
export function unpackQueue(head: string, entries: readonly QueueEntryRecord[]): QueueRecord | null {
  const read = readHead(head)
  if (read === null) return null
  const { context, shuffle, repeat } = read
  const at = read.currentId === null ? -1 : entries.findIndex((entry) => entry.entryId === read.currentId)
  const current = entries[at] ?? null
  const past = current === null ? (read.currentId === null ? read.past : 0) : at
  return {
    past: entries.slice(0, past),
    current,
    upcoming: entries.slice(current === null ? past : at + 1),
    context,
    shuffle,
    repeat,
  }
}

function readHead(text: string): z.infer<typeof headSchema> | null {
  return headSchema.safeParse(parseJson(text)).data ?? null
}

/** The entries of a piece. One that is missing or damaged costs its entries alone. */
export function readPiece(text: string | undefined): QueueEntryRecord[] {
  const rows = pieceSchema.safeParse(text === undefined ? undefined : parseJson(text)).data ?? []
  return rows.map(([entryId, trackId, origin, order, passedOver]) =>
    passedOver === undefined
      ? { entryId, trackId, origin, order }
      : { entryId, trackId, origin, order, passedOver: true },
  )
}

function toRow({ entryId, trackId, origin, order, passedOver }: QueueEntryRecord): z.infer<typeof rowSchema> {
  return passedOver === true ? [entryId, trackId, origin, order, 1] : [entryId, trackId, origin, order]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
