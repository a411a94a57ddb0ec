import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const manifestName = 'manifest.json'

/**
 * Answers what `make` makes, from a folder under the system's temporary folder when an earlier run (or another test
 * process at this moment) made it already. The folder's name carries a hash of this program's own text, so that changed
 * recipes are made anew; it appears in one rename, so that nobody ever sees half of it.
 *
 * `make` works in a folder that is renamed afterwards: every path inside that folder is rewritten in its answer.
 */
export async function cached(kind: string, make: (folder: string) => Promise<unknown>): Promise<unknown> {
  const folder = path.join(os.tmpdir(), `melofy-${kind}-${await recipeHash()}`)
  const known = await readManifest(folder)
  if (known !== null) return known
  const workFolder = `${folder}.${randomUUID()}`
  await mkdir(workFolder)
  try {
    const made = JSON.stringify(await make(workFolder)).replaceAll(escaped(workFolder), escaped(folder))
    await writeFile(path.join(workFolder, manifestName), made)
    await rename(workFolder, folder)
  } catch (error) {
    await rm(workFolder, { recursive: true, force: true })
    const winner = await readManifest(folder)
    if (winner !== null) return winner
    throw error
  }
  return readManifest(folder)
}

async function readManifest(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path.join(folder, manifestName), 'utf8'))
  } catch {
    return null
  }
}

async function recipeHash(): Promise<string> {
  const here = import.meta.dirname
  const names = (await readdir(here)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).toSorted()
  const hash = createHash('sha256')
  for (const name of names) hash.update(await readFile(path.join(here, name)))
  return hash.digest('hex').slice(0, 12)
}

/** A path as it looks inside JSON text. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
