import type { IAudioMetadata } from 'music-metadata'
import type { MusicBrainzIds, TagFacts } from './facts.ts'
import { guessFromName } from './filename.ts'
import { loudnessOf } from './loudness.ts'
import { cleanNames, cleanText } from './text.ts'
import { yearOf } from './years.ts'

type Common = IAudioMetadata['common']

/** What the tags say, completed from the file's name. `metadata` is null when tags could not be read. */
export function tagFacts(metadata: IAudioMetadata | null, fileName: string): TagFacts {
  const guess = guessFromName(fileName)
  const common = metadata?.common
  const title = cleanText(common?.title)
  // A name is believed as a whole or not at all: with a title in the tags, a number in the name may mean anything.
  const fromName = title === null ? guess : null
  const artists = namesOf(common?.artists, common?.artist)
  const genres = cleanNames(common?.genre?.flatMap((genre) => genre.split(/[;\0]/u)))
  return {
    title: title ?? guess.title,
    artists: artists.length > 0 ? artists : cleanNames([fromName?.artist]),
    albumTitle: cleanText(common?.album),
    albumArtist: cleanText(common?.albumartist),
    albumArtists: namesOf(common?.albumartists, common?.albumartist),
    trackNumber: inRange(common?.track.no, 9999) ?? fromName?.trackNumber ?? null,
    discNumber: inRange(common?.disk.no, 999) ?? fromName?.discNumber ?? null,
    discTotal: inRange(common?.disk.of, 999),
    discSubtitle: cleanText(common?.discsubtitle?.[0]),
    year: yearOf(common?.date) ?? yearOf(common?.year) ?? yearOf(nativeText(metadata, yearTags)),
    originalYear: yearOf(common?.originaldate) ?? yearOf(common?.originalyear),
    genre: genres[0] ?? null,
    genres,
    isrc: isrcOf(common?.isrc),
    isCompilation: common?.compilation === true,
    musicBrainz: musicBrainzIds(common),
    loudness: metadata === null ? null : loudnessOf(metadata),
  }
}

/** Tags that hold a year in forms that the parser makes nothing of ("c. 1999"). */
const yearTags: ReadonlySet<string> = new Set(['YEAR', 'DATE', 'TYER', 'TYE', 'TDRC', '©DAY'])

/** The first tag by one of these names (upper case, as the file's own format calls it) that is text; null when there is none. */
export function nativeText(metadata: IAudioMetadata | null, names: ReadonlySet<string>): string | null {
  for (const tags of Object.values(metadata?.native ?? {})) {
    for (const { id, value } of tags) if (typeof value === 'string' && names.has(id.toUpperCase())) return value
  }
  return null
}

function namesOf(many: readonly string[] | undefined, one: string | undefined): readonly string[] {
  const names = cleanNames(many)
  return names.length > 0 ? names : cleanNames([one])
}

/** ISO 3901: country, registrant, year and number; people write it with hyphens or in lower case. */
export function isrcOf(texts: readonly string[] | undefined): string | null {
  for (const text of texts?.slice(0, 10) ?? []) {
    const code = text
      .slice(0, 40)
      .toUpperCase()
      .replaceAll(/[^A-Z\d]/gu, '')
    if (/^[A-Z]{2}[A-Z\d]{3}\d{7}$/u.test(code)) return code
  }
  return null
}

function musicBrainzIds(common: Common | undefined): MusicBrainzIds {
  return {
    recordingId: uuids([common?.musicbrainz_recordingid])[0] ?? null,
    releaseId: uuids([common?.musicbrainz_albumid])[0] ?? null,
    releaseGroupId: uuids([common?.musicbrainz_releasegroupid])[0] ?? null,
    artistIds: uuids(common?.musicbrainz_artistid),
    albumArtistIds: uuids(common?.musicbrainz_albumartistid),
  }
}

const uuidPattern = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gu

/** All ids in the texts: taggers join several with a slash or a semicolon. */
function uuids(texts: readonly (string | undefined)[] | undefined): readonly string[] {
  const found = (texts ?? [])
    .slice(0, 20)
    .flatMap((text) => text?.slice(0, 1000).toLowerCase().match(uuidPattern) ?? [])
  return [...new Set(found)].slice(0, 20)
}

function inRange(value: number | null | undefined, top: number): number | null {
  return value !== null && value !== undefined && Number.isInteger(value) && value > 0 && value <= top ? value : null
}
