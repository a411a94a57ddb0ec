import type { RecentPlay } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'

/** Something to go back to: the album a recent track belongs to, or the track itself. */
export interface RecentItem {
  readonly key: string
  readonly title: string
  readonly subtitle: string | null
  readonly coverPath: string | null
  readonly albumId: string | null
  /** The track heard last. */
  readonly track: Track
}

/** Recent plays as albums, each once, latest first; tracks without an album stand for themselves. */
export function recentItems(plays: readonly RecentPlay[]): readonly RecentItem[] {
  const items = new Map<string, RecentItem>()
  for (const { track } of plays) {
    const inAlbum = track.albumId !== null && track.albumTitle !== null
    const key = inAlbum ? `album:${track.albumId}` : `track:${track.id}`
    if (items.has(key)) continue
    items.set(key, {
      key,
      title: (inAlbum ? track.albumTitle : track.title) ?? track.title,
      subtitle: (inAlbum ? track.albumArtist : null) ?? track.artists[0] ?? null,
      coverPath: track.coverPath,
      albumId: inAlbum ? track.albumId : null,
      track,
    })
  }
  return [...items.values()]
}

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

/** Which greeting fits an hour of the day, 0 to 23. */
export function dayPartOf(hour: number): DayPart {
  if (hour >= 5 && hour < 12) return 'morning'
  if (hour >= 12 && hour < 18) return 'afternoon'
  return hour >= 18 && hour < 23 ? 'evening' : 'night'
}
