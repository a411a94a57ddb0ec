import { fold } from '../../search/index.ts'
import type { TrackDetails } from '../details.ts'
import type { FileEntry } from './parts.ts'

/** Title and artist as an entry may mean them, folded. */
export interface Words {
  readonly title: string
  readonly artist: string
}

/** Lengths in playlist files are rounded, and those of some players are off by a little more. */
const toleranceMs = 3000
/** A label is split in so many ways at most. */
const splitsAtMost = 4
const longestWords = 500

/**
 * All ways to read an entry's title and artist. M3U has both in one, "Artist - Title", and either may have a dash of its own.
 * An entry without words may have them in its file's name.
 */
export function wordsOf(entry: FileEntry): Words[] {
  const { title, artist } = entry
  if (title !== null && artist !== null) return named([[artist, title]])
  const label = entry.label ?? (title === null ? labelOfFile(entry.location) : null)
  const splits = label === null ? [] : splitsOf(label.slice(0, longestWords))
  if (title !== null) return named([...splits, ['', title]])
  return named(artist === null || label === null ? splits : [...splits, [artist, label]])
}

function named(pairs: readonly (readonly [artist: string, title: string])[]): Words[] {
  return pairs
    .map(([artist, title]) => ({
      artist: fold(artist.slice(0, longestWords)),
      title: fold(title.slice(0, longestWords)),
    }))
    .filter(({ title }) => title !== '')
}

function splitsOf(label: string): [string, string][] {
  const parts = label.split(/\s+[-–—]\s+/u)
  return parts
    .slice(1, 1 + splitsAtMost)
    .map((_, index): [string, string] => [parts.slice(0, index + 1).join(' - '), parts.slice(index + 1).join(' - ')])
}

/** "03 - Ann - Song.flac" → "Ann - Song". */
function labelOfFile(location: string | null): string | null {
  const name = location?.split(/[\\/]/u).at(-1)
  return name?.replace(/\.[a-z\d]{1,5}$/iu, '').replace(/^\d{1,3}[\s._-]+/u, '') ?? null
}

/** An entry with its words, read once. */
export interface Described {
  readonly entry: FileEntry
  readonly words: readonly Words[]
}

/** Whether an entry's words are the track's: yes, no, or nothing to tell by. */
export function agreement({ entry, words }: Described, track: TrackDetails): 'yes' | 'no' | 'unknown' {
  if (entry.durationMs !== null && track.durationMs !== null) {
    if (Math.abs(entry.durationMs - track.durationMs) > toleranceMs) return 'no'
  }
  if (words.length === 0) return 'unknown'
  return words.some(({ title, artist }) => sameTitle(title, track) && sameArtist(artist, track)) ? 'yes' : 'no'
}

function sameTitle(title: string, track: TrackDetails): boolean {
  return title === track.title || title === firstWordLast(track.title) || firstWordLast(title) === track.title
}

/** The artists in one, any of them, or all of them with words between ("Ann feat. Bo"). */
function sameArtist(artist: string, track: TrackDetails): boolean {
  if (artist === '') return track.artists.length === 0
  return track.artists.includes(artist) || track.artists.every((one) => one !== '' && artist.includes(one))
}

/**
 * The track that fits an entry best, among those that are known to be what it means (`alike`: that only may be). Of equal
 * ones the first, where that is known; none where it is not.
 */
export function bestOf(
  one: Described,
  tracks: readonly TrackDetails[],
  certainty: 'known' | 'alike',
): TrackDetails | undefined {
  let best: { readonly track: TrackDetails; readonly score: number } | undefined
  let isTie = false
  for (const track of tracks) {
    const score = scoreOf(one, track)
    if (best === undefined || score > best.score) {
      best = { track, score }
      isTie = false
    } else if (score === best.score && track.trackId !== best.track.trackId) isTie = true
  }
  return certainty === 'alike' && isTie ? undefined : best?.track
}

function scoreOf(one: Described, track: TrackDetails): number {
  const { entry } = one
  let score = 0
  if (entry.startMs !== null && track.startMs !== null && Math.abs(entry.startMs - track.startMs) < 10) score += 100
  if (agreement(one, track) === 'yes') score += 40
  if (entry.trackNumber !== null && entry.trackNumber === track.number) score += 20
  if (entry.album !== null && fold(entry.album.slice(0, longestWords)) === track.album) score += 10
  const offMs = Math.abs((entry.durationMs ?? 0) - (track.durationMs ?? 0))
  return score + Math.max(0, 5 - offMs / 1000)
}

/** Sorted titles have their article last. */
export function firstWordLast(text: string): string {
  const at = text.indexOf(' ')
  return at < 0 ? text : `${text.slice(at + 1)} ${text.slice(0, at)}`
}
