import type { QueueEntry, QueueView } from '../../player/controller/types.ts'

export type QueuePart = 'queued' | 'rest'

/** One line of the panel. Heights differ, so each knows its own. */
export type QueueItem =
  | { readonly kind: 'head'; readonly part: 'playing' | QueuePart; readonly height: number }
  | {
      readonly kind: 'entry'
      readonly part: 'playing' | QueuePart
      readonly entry: QueueEntry
      readonly height: number
    }

export const headHeight = 40
export const entryHeight = 52

/** The queue as lines: what plays, what the person queued, and the rest of the list. */
export function queueItems({ current, queued, rest }: QueueView): readonly QueueItem[] {
  const items: QueueItem[] = []
  const add = (part: QueueItem['part'], entries: readonly QueueEntry[]) => {
    if (entries.length === 0) return
    items.push({ kind: 'head', part, height: headHeight })
    for (const entry of entries) items.push({ kind: 'entry', part, entry, height: entryHeight })
  }
  add('playing', current ? [current] : [])
  add('queued', queued)
  add('rest', rest)
  return items
}

/** Where dropped rows would go, and where the line that says so is drawn, in px from the top of the list. */
export interface DropPlace {
  readonly part: QueuePart
  readonly beforeEntryId: string | null
  readonly lineY: number
}

/**
 * The place nearest to `y` (px from the top of the list). Nothing can be dropped before what plays. Where the queued part
 * ends and the rest begins, the upper half of the rest's head means the end of the queued part.
 */
export function dropPlaceAt(items: readonly QueueItem[], y: number): DropPlace | null {
  let top = 0
  let last: DropPlace | null = null
  for (const [index, item] of items.entries()) {
    const bottom = top + item.height
    const previous = items[index - 1]
    if (item.part !== 'playing') {
      if (item.kind === 'head' && item.part === 'rest' && previous?.part === 'queued') {
        const endOfQueued: DropPlace = { part: 'queued', beforeEntryId: null, lineY: top }
        if (y < top + item.height / 2) return endOfQueued
      }
      if (item.kind === 'entry') {
        const before: DropPlace = { part: item.part, beforeEntryId: item.entry.entryId, lineY: top }
        if (y < top + item.height / 2) return before
        last = { part: item.part, beforeEntryId: nextEntryId(items, index), lineY: bottom }
        if (y < bottom) return last
      }
    }
    top = bottom
  }
  return last
}

function nextEntryId(items: readonly QueueItem[], index: number): string | null {
  const item = items[index]
  const next = items[index + 1]
  return next?.kind === 'entry' && next.part === item?.part ? next.entry.entryId : null
}

/**
 * Where the rows go when they are moved by one with the keyboard; null at the end of the way. Rows that are apart come
 * together at the first (moving up) or last (moving down) of them.
 */
export function stepPlace(
  { queued, rest }: Pick<QueueView, 'queued' | 'rest'>,
  entryIds: readonly string[],
  direction: -1 | 1,
): Omit<DropPlace, 'lineY'> | null {
  const moving = new Set(entryIds)
  const line = [
    ...queued.map((entry) => ({ id: entry.entryId, part: 'queued' as const })),
    ...rest.map((entry) => ({ id: entry.entryId, part: 'rest' as const })),
  ]
  const places = line.flatMap(({ id }, index) => (moving.has(id) ? [index] : []))
  const first = places[0]
  const lastPlace = places.at(-1)
  if (first === undefined || lastPlace === undefined) return null
  const own = line[direction === -1 ? first : lastPlace]
  if (!own) return null
  if (direction === -1) {
    const above = line[first - 1]
    // At the top of the rest the next step up is the end of what is queued, even while that is empty.
    if (own.part === 'rest' && above?.part !== 'rest') return { part: 'queued', beforeEntryId: null }
    return above ? { part: above.part, beforeEntryId: above.id } : null
  }
  const below = line[lastPlace + 1]
  if (own.part === 'queued' && below?.part !== 'queued') {
    return rest.length > 0 ? { part: 'rest', beforeEntryId: rest[0]?.entryId ?? null } : null
  }
  if (!below) return null
  const after = line[lastPlace + 2]
  return { part: below.part, beforeEntryId: after?.part === below.part ? after.id : null }
}

/** Sum of the lengths of everything that is to come, what plays included, in ms. */
export function queueMs({ current, queued, rest }: QueueView): number {
  return [...(current ? [current] : []), ...queued, ...rest].reduce(
    (sum, entry) => sum + (entry.track.durationMs ?? 0),
    0,
  )
}
