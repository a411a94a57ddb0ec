import type { Track } from '../../../src/music/index.ts'
import { fold } from './fold.ts'

/** What the index knows a track by. */
export type Searchable = Pick<Track, 'title' | 'artists' | 'albumTitle' | 'albumArtist' | 'genres' | 'location'>

/** One folded text per column of `track_search`. */
export interface IndexRow {
  readonly title: string
  readonly artist: string
  readonly album: string
  readonly extra: string
}

/** Longer texts are cut: a tag of a megabyte is no name, and nobody types this far. UTF-16 units. */
export const longestText = 1000

/** The row of a track. `extra` finds it by what is not shown beside it: album artist, genres, file name, other spellings. */
export function indexRow(track: Searchable): IndexRow {
  const { title, artists, albumTitle, albumArtist, genres, location } = track
  const shown = [title, ...artists, albumTitle ?? '']
  return {
    title: indexable(title),
    artist: indexable(artists.join(' ')),
    album: indexable(albumTitle ?? ''),
    extra: indexable([albumArtist ?? '', ...genres, stemOf(location ?? ''), ...shown.map(spellings)].join(' ')),
  }
}

/** A text as the index's tokenizer is to see it: folded, with symbols in letters it does not skip. */
export function indexable(text: string): string {
  return forTokenizer(fold(text.slice(0, longestText)))
}

/**
 * The tokenizer drops symbols, so each becomes two letters of the private-use area. Final consonants of Hangul become the
 * initial ones they turn into when a vowel follows: 각 then begins 가고, as it does while it is being typed.
 */
export function forTokenizer(folded: string): string {
  return folded
    .replace(/[\u11A8-\u11C2]/g, (final) => initialsOfFinals[(final.codePointAt(0) ?? 0) - 0x11_a8] ?? final)
    .replace(/[^\p{L}\p{M}\p{N} ]/gu, privateLetters)
}

/** In the order of U+11A8 and on: ᆨ ᆩ ᆪ … (a cluster is the two it is made of). */
const initialsOfFinals =
  'ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ'.split(' ')

function privateLetters(symbol: string): string {
  const code = symbol.codePointAt(0) ?? 0
  return String.fromCharCode(0xe0_00 + (code >> 10), 0xe8_00 + (code & 0x3_ff))
}

/** Signs written for letters ("P!nk", "Ke$ha"). */
const signLetters: Readonly<Record<string, string>> = { '!': 'i', $: 's', '@': 'a', '0': 'o', '1': 'i', '3': 'e' }

/** Words with signs in them, as a person types them who leaves the signs out ("acdc") or reads them as letters ("pink"). */
function spellings(text: string): string {
  const words = text.slice(0, longestText).match(/[\p{L}\p{N}]+(?:[^\p{L}\p{M}\p{N}\s]+[\p{L}\p{N}]+)+/gu) ?? []
  const joined = words.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
  const read = words
    .filter((word) => /[!$@]/.test(word))
    .map((word) => word.replace(/[!$@013]/g, (sign) => signLetters[sign] ?? sign))
  return [...joined, ...read].join(' ')
}

/** The file's name without its ending. */
function stemOf(location: string): string {
  const name = location.split(/[/\\]/).at(-1) ?? ''
  return name.replace(/\.[^.]{1,5}$/, '')
}
