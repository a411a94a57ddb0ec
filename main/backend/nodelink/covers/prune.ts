import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Pruning goes down to this share of the limit, so that it is not done for every picture. */
const prunedTo = 0.8

/**
 * Removes the files of a folder that were used longest ago, when all together are larger than `limitBytes`; with each its
 * small pictures, which lie in `small` and begin with its name. What else is in there is left alone.
 */
export async function prune(folder: string, limitBytes: number): Promise<void> {
  const small = await namesIn(path.join(folder, 'small'))
  const files = await Promise.all(
    (await namesIn(folder)).map(async (name) => {
      const facts = await stat(path.join(folder, name)).catch(() => null)
      return facts?.isFile() === true ? { name, sizeBytes: facts.size, usedMs: facts.mtimeMs } : null
    }),
  )
  const oldestFirst = files.filter((file) => file !== null).toSorted((one, other) => one.usedMs - other.usedMs)
  let bytes = oldestFirst.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (bytes <= limitBytes) return
  for (const { name, sizeBytes } of oldestFirst) {
    if (bytes <= limitBytes * prunedTo) return
    const own = small.filter((other) => other.startsWith(name)).map((other) => path.join('small', other))
    for (const gone of [name, ...own]) await rm(path.join(folder, gone), { force: true })
    bytes -= sizeBytes
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}
