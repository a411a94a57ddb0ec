import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { coverLimitBytes } from './type.ts'

/** Names of cover files beside the music, most likely first (the ones that players and rippers write). */
const coverNames = ['cover', 'folder', 'front']
const coverEndings = ['.jpg', '.jpeg', '.png', '.webp']

/** Picks the cover out of a folder's file names; case does not matter. Null when there is none. */
export function pickCoverName(names: readonly string[]): string | null {
  const ranked = names.flatMap((name) => {
    const ending = path.extname(name).toLowerCase()
    const place = coverNames.indexOf(path.basename(name, path.extname(name)).toLowerCase())
    return place >= 0 && coverEndings.includes(ending)
      ? [{ name, rank: place * 10 + coverEndings.indexOf(ending) }]
      : []
  })
  return ranked.toSorted((one, other) => one.rank - other.rank)[0]?.name ?? null
}

/** The bytes of the cover that lies in a folder; null when there is none that can be read. */
export async function coverBeside(folder: string): Promise<Uint8Array | null> {
  try {
    const name = pickCoverName(await readdir(folder))
    return name === null ? null : await coverAt(path.join(folder, name))
  } catch {
    // A cover is a nicety: whatever is wrong with it must not keep the music from playing.
    return null
  }
}

/** The bytes of a cover file; null when it cannot be read or is too large. */
export async function coverAt(file: string): Promise<Uint8Array | null> {
  try {
    const facts = await stat(file)
    return facts.isFile() && facts.size <= coverLimitBytes ? await readFile(file) : null
  } catch {
    return null
  }
}
