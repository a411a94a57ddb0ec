import type { Track } from '../../../src/music/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'

/** `own` is the playlist's own order. */
export type ViewSort = 'own' | 'title' | 'artist' | 'album' | 'added' | 'duration'

/** How a person looks at a playlist for the moment; the playlist itself stays as it is. */
export interface PlaylistView {
  readonly sort: ViewSort
  readonly descending: boolean
  readonly filter: string
  /** Only rows that are in it more than once. */
  readonly duplicatesOnly: boolean
}

export const plainView: PlaylistView = { sort: 'own', descending: false, filter: '', duplicatesOnly: false }

/** True while rows stand in the playlist's own order and all of them are there: then they can be moved. */
export function isPlain({ sort, filter, duplicatesOnly }: PlaylistView): boolean {
  return sort === 'own' && filter.trim() === '' && !duplicatesOnly
}

/** Text with what does not matter for finding it taken away: case, accents, width. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

const haystacks = new WeakMap<Track, string>()

function haystackOf(track: Track): string {
  const known = haystacks.get(track)
  if (known !== undefined) return known
  const made = folded([track.title, ...track.artists, track.albumTitle ?? ''].join('\n'))
  haystacks.set(track, made)
  return made
}

/** Entries in which every word of the filter occurs, in title, artists or album. */
export function filtered(entries: readonly PlaylistEntry[], filter: string): readonly PlaylistEntry[] {
  const words = folded(filter)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return entries
  return entries.filter(({ track }) => {
    const haystack = haystackOf(track)
    return words.every((word) => haystack.includes(word))
  })
}

/** Entries in another order. Equal ones keep the playlist's own; what is not known comes last either way. */
export function sorted(
  entries: readonly PlaylistEntry[],
  { sort, descending }: Pick<PlaylistView, 'sort' | 'descending'>,
  locale: string,
): readonly PlaylistEntry[] {
  if (sort === 'own') return entries
  const sign = descending ? -1 : 1
  if (sort === 'added' || sort === 'duration') {
    const valueOf = ({ addedAt, track }: PlaylistEntry) => (sort === 'added' ? addedAt : track.durationMs)
    return entries.toSorted((one, other) => {
      const left = valueOf(one)
      const right = valueOf(other)
      if (left === null || right === null) return Number(left === null) - Number(right === null)
      return (left - right) * sign
    })
  }
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const textOf = ({ track }: PlaylistEntry) =>
    (sort === 'title' ? track.title : sort === 'artist' ? track.artists[0] : track.albumTitle) ?? ''
  return entries.toSorted((one, other) => {
    const left = textOf(one)
    const right = textOf(other)
    if (left === '' || right === '') return Number(left === '') - Number(right === '')
    return compare(left, right) * sign
  })
}
