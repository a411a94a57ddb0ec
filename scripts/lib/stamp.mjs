// @ts-check
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * One short text for the state of some files and folders: names, sizes and times of everything below them. Tests are left
 * out, they are never built.
 * @param {string} base
 * @param {readonly string[]} names files or folders below `base`; missing ones count as absent
 */
export function fingerprint(base, names) {
  const hash = createHash('sha256')
  for (const name of names) addToHash(hash, path.join(base, name), name)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} file
 * @param {string} name
 */
function addToHash(hash, file, name) {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined || /\.(test|bench|e2e)\.tsx?$/.test(name)) return
  if (stat.isDirectory()) {
    for (const below of readdirSync(file).sort()) addToHash(hash, path.join(file, below), `${name}/${below}`)
  } else {
    hash.update(`${name}\0${stat.size}\0${stat.mtimeMs}\0`)
  }
}

/**
 * Does work whose result a stamp file vouches for, unless the stamp is the same already. The stamp is taken away before
 * and written after: work that was interrupted is done again.
 * @param {string} stampFile
 * @param {string} stamp
 * @param {() => Promise<boolean>} work answers whether it succeeded
 * @returns {Promise<'fresh' | 'done' | 'failed'>}
 */
export async function unlessStamped(stampFile, stamp, work) {
  if (readOr(stampFile, null) === stamp) return 'fresh'
  rmSync(stampFile, { force: true })
  if (!(await work())) return 'failed'
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  return 'done'
}

/**
 * The text of a file, or something else when it cannot be read.
 * @template Otherwise
 * @param {string} file
 * @param {Otherwise} otherwise
 */
export function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
