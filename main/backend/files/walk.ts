import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Failure, failure, type OpenedFiles } from '../../../src/contract/index.ts'
import { fileFailureCode } from '../tags/index.ts'
import { hasReplacement, isCompanion, isHidden, looksLikeAudio } from './kinds.ts'
import { compareNames } from './order.ts'

/** A file to read. */
export interface FoundFile {
  /** Absolute, links resolved. */
  readonly path: string
  readonly name: string
}

export interface Walked {
  readonly files: readonly FoundFile[]
  readonly skipped: OpenedFiles['skipped']
  readonly ignored: number
}

export interface WalkLimits {
  /** Audio files taken at most. */
  readonly files: number
  /** Names looked at at most: somebody may drop a whole disk. */
  readonly names: number
}

export const walkLimits: WalkLimits = { files: 10_000, names: 500_000 }

/**
 * Finds the audio files behind paths, folders with all below them, in natural order, each file once. Links are followed;
 * loops end because a folder is read once. `onFound` hears how many there are so far.
 */
export async function walk(
  paths: readonly string[],
  options: {
    readonly signal: AbortSignal
    readonly onFound?: (count: number, name: string) => void
    readonly limits?: WalkLimits
  },
): Promise<Walked> {
  const { signal, onFound, limits = walkLimits } = options
  const files = new Map<string, FoundFile>()
  const skipped: { name: string; location: string | null; error: Failure }[] = []
  const foldersRead = new Set<string>()
  let ignored = 0
  let namesSeen = 0
  let hasOverflowed = false

  function skip(name: string, location: string | null, error: Failure): void {
    skipped.push({ name, location, error })
  }

  function take(file: string, name: string): void {
    if (files.has(file)) return
    if (files.size >= limits.files) {
      hasOverflowed = true
      return
    }
    files.set(file, { path: file, name })
    onFound?.(files.size, name)
  }

  async function visit(given: string, isNamed: boolean): Promise<void> {
    const name = path.basename(given) || given
    try {
      const real = await realpath(given)
      const facts = await stat(real)
      if (facts.isDirectory()) await visitFolder(real, name, isNamed)
      else if (looksLikeAudio(name) || (isNamed && !isCompanion(name))) take(real, name)
      else ignored += 1
    } catch (error) {
      const code = fileFailureCode(error)
      skip(
        name,
        given,
        failure(code === 'file-missing' && hasReplacement(given) ? 'file-name-unreadable' : code, { name }),
      )
    }
  }

  async function visitFolder(folder: string, name: string, isNamed: boolean): Promise<void> {
    if (foldersRead.has(folder)) return
    foldersRead.add(folder)
    const before = files.size + skipped.length
    let entries: Dirent[]
    try {
      entries = await readdir(folder, { withFileTypes: true })
    } catch {
      skip(name, folder, failure('folder-unreadable', { name }))
      return
    }
    const visible = entries.filter((entry) => !isHidden(entry.name))
    for (const entry of visible.toSorted((one, other) => compareNames(one.name, other.name))) {
      signal.throwIfAborted()
      namesSeen += 1
      if (namesSeen > limits.names) hasOverflowed = true
      if (hasOverflowed) return
      await visitEntry(folder, entry)
    }
    const isEmpty = files.size + skipped.length === before
    if (isNamed && isEmpty && !hasOverflowed) skip(name, folder, failure('folder-without-audio', { name }))
  }

  async function visitEntry(folder: string, entry: Dirent): Promise<void> {
    const inside = path.join(folder, entry.name)
    if (hasReplacement(entry.name) && (entry.isDirectory() || looksLikeAudio(entry.name)) && (await isLost(inside))) {
      skip(entry.name, inside, failure('file-name-unreadable', { name: entry.name }))
      return
    }
    // The folder's path is real already: only links need to be resolved, which keeps large folders quick.
    if (entry.isDirectory()) await visitFolder(inside, entry.name, false)
    else if (entry.isSymbolicLink()) await visit(inside, false)
    else if (entry.isFile() && looksLikeAudio(entry.name)) take(inside, entry.name)
    else ignored += 1
  }

  for (const given of paths) {
    signal.throwIfAborted()
    if (path.isAbsolute(given)) await visit(given, true)
    else skip(given, null, failure('file-missing', { name: given }))
  }
  if (hasOverflowed) {
    const name = path.basename(paths[0] ?? '')
    skip(name, null, failure('too-many-files', { name, limit: limits.files }))
  }
  return { files: [...files.values()], skipped, ignored }
}

/** Whether a path that a folder has just listed leads nowhere: its bytes were no text, and the text no longer names it. */
async function isLost(listed: string): Promise<boolean> {
  try {
    await lstat(listed)
    return false
  } catch (error) {
    return fileFailureCode(error) === 'file-missing'
  }
}
