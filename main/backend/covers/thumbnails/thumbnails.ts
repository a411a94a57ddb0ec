import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ownerOnlyFolder } from '../../ownerOnly.ts'
import type { CoverSize } from '../../../../src/contract/index.ts'
import { createTurns } from './turns.ts'
import type { Shrink } from './shrink.ts'

/** What to show for a cover: a small picture, or `refused` when the cover cannot be made one, or `unavailable` when none can. */
export type Thumbnail =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'refused' | 'unavailable' | 'cancelled' }

/** Small pictures of covers, made when they are first asked for. */
export interface Thumbnails {
  /** The small picture of a kept cover. Rejects when the disk refuses. */
  get(hash: string, size: CoverSize, signal: AbortSignal): Promise<Thumbnail>
}

/**
 * Keeps thumbnails in a folder, as `<hash>-<size>.webp`. One is made at a time, that which was asked for last first: it is
 * the one in sight. A picture that cannot be shrunk leaves an empty file `<hash>.refused`, so that nobody tries again.
 */
export function createThumbnails(options: {
  readonly coverFolder: string
  readonly folder: string
  readonly shrink: Shrink
}): Thumbnails {
  const { coverFolder, folder, shrink } = options
  const turns = createTurns()
  const underWay = new Map<string, Promise<Thumbnail>>()

  async function make(hash: string, size: CoverSize, file: string, signal: AbortSignal): Promise<Thumbnail> {
    const turn = await turns.next(signal)
    if (turn === null) return { kind: 'cancelled' }
    try {
      const refusal = path.join(folder, `${hash}.refused`)
      if (await exists(refusal)) return { kind: 'refused' }
      const made = await shrink(path.join(coverFolder, hash), size)
      if (made.kind === 'unavailable') return made
      await mkdir(folder, { recursive: true, mode: ownerOnlyFolder })
      if (made.kind === 'refused') {
        await writeFile(refusal, '')
        return made
      }
      // Written aside and renamed, so that a crash leaves no half picture under a name that promises a whole one.
      const aside = `${file}.${randomUUID()}`
      try {
        await writeFile(aside, made.bytes, { flag: 'wx' })
        await rename(aside, file)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      return { kind: 'file', path: file }
    } finally {
      turn.end()
    }
  }

  return {
    async get(hash, size, signal) {
      const file = path.join(folder, `${hash}-${size}.webp`)
      if (await exists(file)) return { kind: 'file', path: file }
      const known = underWay.get(file)
      // Whoever asked first may have gone away again.
      if (known !== undefined) {
        const answer = await known
        if (answer.kind !== 'cancelled') return answer
      }
      const making = make(hash, size, file, signal).finally(() => {
        if (underWay.get(file) === making) underWay.delete(file)
      })
      underWay.set(file, making)
      return making
    },
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
