import { audioPath, coverPath } from '../../../../src/contract/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import type { FileFacts, LibraryFacts, Lyrics, SheetTrack, TagFacts } from '../../tags/index.ts'
import { type GroupingTags, groupingTagsOf, homeOf, sortKeysOf } from '../grouping/index.ts'
import type { FoundFile } from './types.ts'

/** All that the store keeps of a track. */
export interface TrackEntry {
  readonly track: Track
  readonly path: string
  /** 0 for the whole file, else the number of a cue sheet's track. */
  readonly segment: number
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly coverHash: string | null
  readonly folderId: number
  readonly directory: string
  readonly home: string
  readonly fingerprint: string
  readonly besideStamp: string
  readonly scanId: number
  readonly tags: GroupingTags
  readonly sortTitle: string
  readonly sortArtist: string
  readonly sortAlbum: string
  readonly lyrics: readonly Lyrics[]
}

/** A track that a file holds, before it is known which of the library's tracks it is. */
export interface Part {
  readonly segment: number
  readonly fingerprint: string
  readonly sortTitle: string
  /** Puts together what is stored, under this id. */
  readonly entry: (id: string) => TrackEntry
}

/** The tracks that a file holds: itself, or those of its cue sheet. */
export function partsOf(
  file: FoundFile,
  read: { readonly facts: FileFacts; readonly library: LibraryFacts },
  place: { readonly folderId: number; readonly scanId: number },
): readonly Part[] {
  const { facts, library } = read
  const shape = (tags: TagFacts, sheetTrack: SheetTrack | null): Part => {
    const segment = sheetTrack?.number ?? 0
    const fingerprint = sheetTrack === null ? library.fingerprint : `${library.fingerprint}#${segment}`
    const keys = sortKeysOf(tags)
    const endMs = sheetTrack === null ? facts.durationMs : (sheetTrack.endMs ?? facts.durationMs)
    return {
      segment,
      fingerprint,
      sortTitle: keys.sortTitle,
      entry: (id) => ({
        track: {
          id,
          title: tags.title,
          artists: tags.artists,
          albumTitle: tags.albumTitle,
          albumArtist: tags.albumArtist,
          albumId: null,
          trackNumber: tags.trackNumber,
          discNumber: tags.discNumber,
          year: tags.year,
          genre: tags.genre,
          genres: tags.genres,
          isrc: tags.isrc,
          durationMs: endMs === null ? null : Math.max(0, endMs - (sheetTrack?.startMs ?? 0)),
          audioPath: audioPath(id),
          coverPath: facts.coverHash === null ? null : coverPath(facts.coverHash),
          format: facts.format,
          loudness: tags.loudness,
          origin: 'file',
          segment: sheetTrack === null ? null : { startMs: sheetTrack.startMs, endMs: sheetTrack.endMs },
          missing: false,
          location: file.path,
        },
        path: file.path,
        segment,
        // As the walk saw it: a change since then is then seen by the next one.
        sizeBytes: file.sizeBytes,
        modifiedMs: file.modifiedMs,
        coverHash: facts.coverHash,
        folderId: place.folderId,
        directory: file.directory,
        home: homeOf(file.directory),
        fingerprint,
        besideStamp: file.besideStamp,
        scanId: place.scanId,
        tags: groupingTagsOf(tags),
        ...keys,
        lyrics: sheetTrack === null ? library.lyrics : [],
      }),
    }
  }
  if (library.sheet === null) return [shape(facts, null)]
  return library.sheet.map((sheetTrack) => shape(sheetTags(facts, sheetTrack), sheetTrack))
}

/** What a sheet says goes before what the file says of itself as a whole. */
function sheetTags(facts: TagFacts, { number, title, artist, isrc, album }: SheetTrack): TagFacts {
  const name = artist ?? album.artist
  return {
    ...facts,
    title: title ?? `${facts.title} (${number})`,
    artists: name === null ? facts.artists : [name],
    albumTitle: album.title ?? facts.albumTitle,
    albumArtist: album.artist ?? facts.albumArtist,
    albumArtists: album.artist === null ? facts.albumArtists : [album.artist],
    trackNumber: number,
    year: album.year ?? facts.year,
    genre: album.genre ?? facts.genre,
    genres: album.genre === null ? facts.genres : [album.genre],
    isrc,
  }
}
