import type { Track } from '../../../src/music/index.ts'
import type { Transition } from '../engine/types.ts'
import type { QueueItem } from '../queue/index.ts'

const gapless: Transition = { kind: 'gapless' }

/**
 * How one entry goes over into the next at its natural end. Inside an album in its order nothing is faded, and neither is a
 * track into itself. A crossfade needs both tracks to be longer than twice its length, with lengths known.
 */
export function transitionBetween(
  from: { readonly item: QueueItem; readonly durationMs: number | null },
  to: { readonly item: QueueItem; readonly durationMs: number | null },
  crossfadeMs: number,
): Transition {
  if (crossfadeMs <= 0 || from.item.track.id === to.item.track.id) return gapless
  if (followsInAlbum(from.item, to.item)) return gapless
  const isLongEnough = (durationMs: number | null): boolean => durationMs !== null && durationMs > 2 * crossfadeMs
  if (!isLongEnough(from.durationMs) || !isLongEnough(to.durationMs)) return gapless
  return { kind: 'crossfade', durationMs: crossfadeMs }
}

/** True when `to` is the track after `from` on one album, by its numbers or by its place in the list that was started. */
function followsInAlbum(from: QueueItem, to: QueueItem): boolean {
  if (from.track.albumId === null || from.track.albumId !== to.track.albumId) return false
  if (followsByNumber(from.track, to.track)) return true
  return from.origin === 'context' && to.origin === 'context' && to.order === from.order + 1
}

function followsByNumber(from: Track, to: Track): boolean {
  if (from.trackNumber === null || to.trackNumber === null) return false
  const fromDisc = from.discNumber ?? 1
  const toDisc = to.discNumber ?? 1
  if (fromDisc === toDisc) return to.trackNumber === from.trackNumber + 1
  return toDisc === fromDisc + 1 && to.trackNumber === 1
}
