import { uploadPath } from '../../../src/contract/media.ts'
import { failure, readFailure } from '../../../src/failure/index.ts'
import type { Failure } from '../../../src/failure/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { UploadFile } from '../commands/types.ts'
import { looksLikeAudio } from './names.ts'

/** Two at a time keep the line busy without holding many files in memory. */
const lanes = 2

interface Uploaded {
  readonly tracks: readonly Track[]
  readonly skipped: readonly { readonly name: string; readonly location: string; readonly error: Failure }[]
}

/** Hands files over to the backend, in order, and answers what became of each. */
export async function uploadAll(
  files: readonly UploadFile[],
  signal: AbortSignal,
  onProgress: (progress: { done: number; total: number; name: string }) => void,
): Promise<Uploaded | 'cancelled'> {
  const wanted = files.filter((file) => looksLikeAudio(file.relativePath))
  const results = Array.from<Track | Failure | undefined>({ length: wanted.length })
  let next = 0
  let done = 0
  const lane = async () => {
    while (!signal.aborted) {
      const index = next
      next += 1
      const file = wanted[index]
      if (!file) return
      onProgress({ done, total: wanted.length, name: file.file.name })
      results[index] = await upload(file, signal)
      done += 1
      onProgress({ done, total: wanted.length, name: file.file.name })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (signal.aborted) return 'cancelled'
  const tracks: Track[] = []
  const skipped: { name: string; location: string; error: Failure }[] = []
  for (const [index, result] of results.entries()) {
    const file = wanted[index]
    if (result === undefined || file === undefined) continue
    if ('code' in result) skipped.push({ name: file.file.name, location: file.relativePath, error: result })
    else tracks.push(result)
  }
  return { tracks, skipped }
}

async function upload({ file, relativePath }: UploadFile, signal: AbortSignal): Promise<Track | Failure> {
  try {
    const response = await fetch(uploadPath(relativePath), { method: 'PUT', body: file, signal })
    const body: unknown = await response.json()
    if (!response.ok) return readFailure(body) ?? failure('internal')
    // The schema library comes with the first upload: the start does without it.
    const { trackSchema } = await import('../../../src/music/index.ts')
    return trackSchema.parse(body)
  } catch {
    // The page could not read the file (moved, no right to it), or the backend does not answer.
    return failure(signal.aborted ? 'cancelled' : 'bridge-closed')
  }
}
