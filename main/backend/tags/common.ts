import type { IAudioMetadata } from 'music-metadata'
import type { FileFacts } from './facts.ts'
import { guessFromName } from './filename.ts'
import { loudnessOf } from './loudness.ts'
import { cleanNames, cleanText } from './text.ts'

type TagFacts = Pick<
  FileFacts,
  'title' | 'artists' | 'albumTitle' | 'albumArtist' | 'trackNumber' | 'discNumber' | 'year' | 'genre' | 'loudness'
>

/** What the tags say, completed from the file's name. `metadata` is null when tags could not be read. */
export function tagFacts(metadata: IAudioMetadata | null, fileName: string): TagFacts {
  const guess = guessFromName(fileName)
  const common = metadata?.common
  const title = cleanText(common?.title)
  const named = cleanNames(common?.artists)
  const artists = named.length > 0 ? named : cleanNames([common?.artist])
  // A name is believed as a whole or not at all: with a title in the tags, a number in the name may mean anything.
  const fromName = title === null ? guess : null
  return {
    title: title ?? guess.title,
    artists: artists.length > 0 ? artists : cleanNames([fromName?.artist]),
    albumTitle: cleanText(common?.album),
    albumArtist: cleanText(common?.albumartist),
    trackNumber: inRange(common?.track.no, 9999) ?? fromName?.trackNumber ?? null,
    discNumber: inRange(common?.disk.no, 999) ?? fromName?.discNumber ?? null,
    year: inRange(common?.year, 9999),
    genre: cleanText(common?.genre?.[0]),
    loudness: metadata === null ? null : loudnessOf(metadata),
  }
}

function inRange(value: number | null | undefined, top: number): number | null {
  return value !== null && value !== undefined && Number.isInteger(value) && value > 0 && value <= top ? value : null
}
