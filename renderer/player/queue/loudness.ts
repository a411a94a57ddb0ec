import type { Loudness } from '../../../src/music/index.ts'
import type { Queue, QueueItem } from './types.ts'

/** What is known anew of tracks' loudness, by track id. */
export type LoudnessNews = ReadonlyMap<string, Loudness>

/** The queue with what is known anew of its tracks; the same object where none of them is concerned. */
export function withLoudness(queue: Queue, news: LoudnessNews): Queue {
  const isConcerned = ({ track }: QueueItem): boolean => news.has(track.id)
  const renewItem = (item: QueueItem): QueueItem => {
    const loudness = news.get(item.track.id)
    return loudness === undefined ? item : { ...item, track: { ...item.track, loudness } }
  }
  const renew = (items: readonly QueueItem[]): readonly QueueItem[] =>
    items.some(isConcerned) ? items.map(renewItem) : items
  const { past, current, queued, rest } = queue
  const renewed = {
    past: renew(past),
    current: current === null ? null : renewItem(current),
    queued: renew(queued),
    rest: renew(rest),
  }
  const isSame =
    renewed.past === past && renewed.current === current && renewed.queued === queued && renewed.rest === rest
  return isSame ? queue : { ...queue, ...renewed }
}
