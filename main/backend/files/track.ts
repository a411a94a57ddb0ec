import path from 'node:path'
import { audioPath, coverPath } from '../../../src/contract/index.ts'
import type { StoredTrack } from '../store/index.ts'
import type { FileFacts } from '../tags/index.ts'
import { albumIdOf } from './ids.ts'

/** Puts together what the store keeps of a file. */
export function storedTrackOf(
  facts: FileFacts,
  file: { readonly id: string; readonly path: string; readonly isCopy: boolean },
): StoredTrack {
  const { sizeBytes, modifiedMs, coverHash } = facts
  // Copies of dropped files lie in a folder each, which says nothing about what belongs together.
  const folder = file.isCopy ? `copies of ${facts.artists.join(', ').toLowerCase()}` : path.dirname(file.path)
  return {
    track: {
      id: file.id,
      title: facts.title,
      artists: facts.artists,
      albumTitle: facts.albumTitle,
      albumArtist: facts.albumArtist,
      albumId: albumIdOf(facts.albumTitle, facts.albumArtist, folder),
      trackNumber: facts.trackNumber,
      discNumber: facts.discNumber,
      year: facts.year,
      genre: facts.genre,
      durationMs: facts.durationMs,
      format: facts.format,
      loudness: facts.loudness,
      audioPath: audioPath(file.id),
      coverPath: coverHash === null ? null : coverPath(coverHash),
      origin: 'file',
      genres: facts.genres,
      isrc: facts.isrc,
      segment: null,
      missing: false,
      location: file.isCopy ? null : file.path,
    },
    path: file.path,
    sizeBytes,
    modifiedMs,
    coverHash,
  }
}
