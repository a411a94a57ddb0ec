import { type GroupingTags, homeOf, sortKeysOf } from '../../main/backend/library/grouping/index.ts'
import type { Track } from '../../src/music/index.ts'
import { makeName } from './names.ts'

/** A track as a scan would store it, without a file behind it. */
export interface LibraryRow {
  readonly track: Track
  readonly directory: string
  readonly tags: GroupingTags
  readonly addedAt: number
  readonly coverHash: string | null
}

/** Random whole numbers below what is asked for, the same in every run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Makes rows of a library as people have them: artists with a few albums, some compilations, sets of discs, lone tracks. */
export function* makeRows(count: number, seed = 1): Generator<LibraryRow> {
  const pick = seeded(seed)
  const artists = Array.from({ length: Math.max(1, Math.round(count / 40)) }, () => makeName(pick))
  const anArtist = (): string => artists[Math.floor((pick(1000) / 1000) ** 2 * artists.length)] ?? ''
  let made = 0
  for (let albumIndex = 0; made < count; albumIndex += 1) {
    const isCompilation = pick(20) === 0
    const isLone = pick(15) === 0
    const owner = anArtist()
    const title = makeName(pick)
    const year = 1960 + pick(65)
    const discs = pick(12) === 0 ? 2 : 1
    const length = isLone ? 1 : 7 + pick(9)
    const folder = `/music/${isCompilation ? 'Various' : owner}/${title} ${albumIndex}`.normalize(
      pick(10) === 0 ? 'NFD' : 'NFC',
    )
    for (let disc = 1; disc <= discs; disc += 1) {
      for (let number = 1; number <= length && made < count; number += 1) {
        made += 1
        const artist = isCompilation ? anArtist() : owner
        const guest = pick(15) === 0 ? [anArtist()] : []
        yield makeRow({
          index: made,
          title: makeName(pick),
          artists: [artist, ...guest],
          albumTitle: isLone ? null : title,
          albumArtist: isLone || pick(5) === 0 ? null : isCompilation ? 'Various Artists' : owner,
          directory: discs > 1 ? `${folder}/CD${disc}` : folder,
          disc,
          number,
          year,
          isCompilation,
          durationMs: 90_000 + pick(300_000) + 0.25,
          addedAt: 1_600_000_000_000 + albumIndex * 60_000,
          coverHash: pick(12) === 0 ? null : albumIndex.toString(16).padStart(32, '0'),
        })
      }
    }
  }
}

interface Choice {
  readonly index: number
  readonly title: string
  readonly artists: readonly string[]
  readonly albumTitle: string | null
  readonly albumArtist: string | null
  readonly directory: string
  readonly disc: number
  readonly number: number
  readonly year: number
  readonly isCompilation: boolean
  readonly durationMs: number
  readonly addedAt: number
  readonly coverHash: string | null
}

function makeRow(choice: Choice): LibraryRow {
  const id = `library-${choice.index}`
  const { title, artists, albumTitle, albumArtist, directory, disc, number, year, isCompilation } = choice
  return {
    track: {
      id,
      title,
      artists,
      albumTitle,
      albumArtist,
      albumId: null,
      trackNumber: number,
      discNumber: disc,
      year,
      genre: 'Rock',
      durationMs: choice.durationMs,
      audioPath: `media/audio/${id}`,
      coverPath: choice.coverHash === null ? null : `media/cover/${choice.coverHash}`,
      format: {
        container: 'FLAC',
        codec: 'FLAC',
        sampleRateHz: 44_100,
        channels: 2,
        bitsPerSample: 16,
        bitRateBps: 900_000,
        lossless: true,
      },
      loudness: null,
      origin: 'file',
      genres: ['Rock'],
      isrc: null,
      segment: null,
      missing: false,
      location: `${directory}/${number}.flac`,
    },
    directory,
    tags: {
      albumTitle,
      albumArtists: albumArtist === null ? [] : [albumArtist],
      artists,
      discNumber: disc,
      releaseId: null,
      isCompilation,
    },
    addedAt: choice.addedAt,
    coverHash: choice.coverHash,
  }
}

/** The home and the words by which the store keeps a row. */
export function keysOf({ track, directory }: LibraryRow) {
  return { home: homeOf(directory), ...sortKeysOf(track) }
}
