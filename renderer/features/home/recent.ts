import type { RecentPlay } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'

/** Something to go back to: the album a recent track belongs to, or the track itself. */
export interface RecentItem {
  readonly key: string
  readonly title: string
  /** Whose it is; null where nobody is named. */
  readonly by: Credit | null
  readonly coverPath: string | null
  readonly albumId: string | null
  /** The track heard last. */
  readonly track: Track
}

/** One artist, or several that no album artist stands for. */
export type Credit = { readonly kind: 'artist'; readonly name: string } | { readonly kind: 'various' }

/** Recent plays as albums, each once, latest first; tracks without an album stand for themselves. */
export function recentItems(plays: readonly RecentPlay[]): readonly RecentItem[] {
  const items = new Map<string, RecentItem>()
  for (const { track } of plays) {
    const inAlbum = track.albumId !== null && track.albumTitle !== null
    const key = inAlbum ? `album:${track.albumId}` : `track:${track.id}`
    const known = items.get(key)
    if (known) {
      items.set(key, { ...known, by: together(known.by, creditOf(track, inAlbum)) })
      continue
    }
    items.set(key, {
      key,
      title: (inAlbum ? track.albumTitle : track.title) ?? track.title,
      by: creditOf(track, inAlbum),
      coverPath: track.coverPath,
      albumId: inAlbum ? track.albumId : null,
      track,
    })
  }
  return [...items.values()]
}

function creditOf(track: Track, inAlbum: boolean): Credit | null {
  const name = (inAlbum ? track.albumArtist : null) ?? track.artists[0]
  return name === undefined ? null : { kind: 'artist', name }
}

/** The credit of an album whose tracks say both. */
function together(one: Credit | null, other: Credit | null): Credit | null {
  if (one === null || other === null) return one ?? other
  const isSame = one.kind === 'artist' && other.kind === 'artist' && one.name === other.name
  return isSame ? one : { kind: 'various' }
}

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

/** Which greeting fits an hour of the day, 0 to 23. */
export function dayPartOf(hour: number): DayPart {
  if (hour >= 5 && hour < 12) return 'morning'
  if (hour >= 12 && hour < 18) return 'afternoon'
  return hour >= 18 && hour < 23 ? 'evening' : 'night'
}
