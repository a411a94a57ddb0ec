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
  const { sizeBytes, modifiedMs, coverHash, ...tags } = facts
  // Copies of dropped files lie in a folder each, which says nothing about what belongs together.
  const folder = file.isCopy ? `copies of ${facts.artists.join(', ').toLowerCase()}` : path.dirname(file.path)
  return {
    track: {
      id: file.id,
      ...tags,
      albumId: albumIdOf(facts.albumTitle, facts.albumArtist, folder),
      audioPath: audioPath(file.id),
      coverPath: coverHash === null ? null : coverPath(coverHash),
      origin: 'file',
      genres: facts.genre === null ? [] : [facts.genre],
      isrc: null,
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
