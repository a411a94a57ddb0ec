import { stat } from 'node:fs/promises'
import { fileFailureCode, type TagReader } from '../../tags/index.ts'
import type { KnownTrack } from './catalogue.ts'

/** Whether the recording of a known track is surely no longer where it was; never true while its folder cannot be reached. */
export async function isVacated(
  track: KnownTrack,
  options: {
    readonly tags: Pick<TagReader, 'read'>
    readonly coverFolder: string
    /** Whether the folder that the track belongs to is there, now. */
    readonly isReachable: (folderId: number) => Promise<boolean>
  },
): Promise<boolean> {
  const { path } = track
  if (path === null) return true
  try {
    const facts = await stat(path)
    if (facts.size === track.sizeBytes && facts.mtimeMs === track.modifiedMs) return false
  } catch (error) {
    return fileFailureCode(error) === 'file-missing' && options.isReachable(track.folderId)
  }
  // Another file may have come to its place, or it was edited: only its sound tells.
  const companions = { cover: null, lyrics: null, sheets: [] }
  const found = await options.tags.read({ path, name: '', coverFolder: options.coverFolder, companions })
  if (!found.ok) return found.error.code !== 'cancelled' && found.error.code !== 'file-unreadable'
  return found.value.library?.fingerprint !== track.fingerprint.split('#')[0]
}
