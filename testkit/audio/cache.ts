import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const manifestName = 'manifest.json'

/**
 * Answers what `make` makes, from a folder under the system's temporary folder when an earlier run (or another test
 * process at this moment) made it already; one process makes, the others wait. The folder's name carries a hash of this program's own text, so that changed
 * recipes are made anew; it appears in one rename, so that nobody ever sees half of it.
 *
 * `make` works in a folder that is renamed afterwards: every path inside that folder is rewritten in its answer.
 */
export async function cached(kind: string, make: (folder: string) => Promise<unknown>): Promise<unknown> {
  const folder = path.join(os.tmpdir(), `melofy-${kind}-${await recipeHash()}`)
  for (;;) {
    const known = await readManifest(folder)
    if (known !== null) return known
    const release = await takeLock(`${folder}.lock`)
    if (release === null) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    try {
      // Somebody else may have finished between the look and the lock.
      if ((await readManifest(folder)) === null) await makeInto(folder, make)
    } finally {
      await release()
    }
  }
}

async function makeInto(folder: string, make: (folder: string) => Promise<unknown>): Promise<void> {
  const workFolder = `${folder}.${randomUUID()}`
  await mkdir(workFolder)
  try {
    const made = JSON.stringify(await make(workFolder)).replaceAll(escaped(workFolder), escaped(folder))
    await writeFile(path.join(workFolder, manifestName), made)
    await rename(workFolder, folder)
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

/** Takes a lock that names its holder; null while a living process holds it. A dead one's is cleared away. */
async function takeLock(file: string): Promise<(() => Promise<void>) | null> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return () => rm(file, { force: true })
  } catch {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    const age =
      Date.now() -
      (await stat(file)
        .then((facts) => facts.mtimeMs)
        .catch(() => Date.now()))
    // A lock without a name is being written right now, unless it has been for seconds.
    if (holder > 0 ? !isAlive(holder) : age > 5000) await rm(file, { force: true })
    return null
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
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
