import { readdir, realpath, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { FailureError, failure, type Reply } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Log } from '../log/index.ts'
import { failureResponse, jsonResponse, methodNotAllowed } from './answers.ts'
import { lastName, safeName } from './dropname.ts'
import { arrivingPrefix, receiveFile } from './receive.ts'

export interface DroppedOptions {
  /** Where copies are kept. */
  readonly folder: string
  /** Reads the copy and makes it playable; `name` is what the file was called. */
  readonly register: (file: { readonly path: string; readonly name: string }) => Promise<Reply<Track>>
  /** The id that a file with this real path has as a track. */
  readonly trackIdOf: (realPath: string) => string
  readonly log: Log
}

/** Copies of files that were dropped on a page in a browser, which may read them but must not tell where they lie. */
export interface Dropped {
  /** Answers PUT or POST of one file with its `Track` as JSON, or a failure. */
  upload(request: Request, relativePath: string): Promise<Response>
  /** Removes copies that neither `keepTrackIds` nor this run of the app needs, and what interrupted uploads left. Answers how many. */
  sweep(keepTrackIds: ReadonlySet<string>): Promise<number>
}

export function createDropped(options: DroppedOptions): Dropped {
  const { folder, register, trackIdOf, log } = options
  /** Paths that arrived in this run: they may be about to enter the queue. */
  const fresh = new Set<string>()
  const arriving = new Set<Request>()
  let sweeping: Promise<void> = Promise.resolve()

  async function receive(request: Request, relativePath: string): Promise<Response> {
    const original = lastName(relativePath)
    const name = safeName(original)
    try {
      const received = await receiveFile(request.body, {
        folder,
        name,
        lengthBytes: statedLength(request.headers),
        signal: request.signal,
      })
      const copy = await realpath(received.path)
      fresh.add(copy)
      const reply = await register({ path: copy, name: original || name })
      if (reply.ok) return jsonResponse(reply.value, 200)
      if (!received.wasHere) await remove(copy)
      return failureResponse(reply.error)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      const { code, data } = error.failure
      if (code !== 'cancelled') log.warn('A dropped file could not be taken in', { code })
      return failureResponse(failure(code, { ...data, name: original || name }))
    }
  }

  async function remove(copy: string): Promise<void> {
    fresh.delete(copy)
    await rm(copy, { force: true })
    // The folder of this content goes with its last copy.
    await rmdir(path.dirname(copy)).catch(() => undefined)
  }

  async function sweepNow(keepTrackIds: ReadonlySet<string>): Promise<number> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    if (entries.length === 0) return 0
    const home = await realpath(folder)
    let removed = 0
    for (const entry of entries) {
      const inside = path.join(home, entry.name)
      if (!entry.isDirectory()) {
        if (entry.name.startsWith(arrivingPrefix)) await rm(inside, { force: true })
        continue
      }
      for (const name of await readdir(inside)) {
        const copy = path.join(inside, name)
        if (fresh.has(copy) || keepTrackIds.has(trackIdOf(copy))) continue
        await remove(copy)
        removed += 1
      }
    }
    return removed
  }

  return {
    async upload(request, relativePath) {
      if (request.method !== 'PUT' && request.method !== 'POST') return methodNotAllowed('PUT, POST')
      if (lastName(relativePath).trim() === '') return failureResponse(failure('bad-input'))
      await sweeping
      arriving.add(request)
      try {
        return await receive(request, relativePath)
      } finally {
        arriving.delete(request)
      }
    },
    async sweep(keepTrackIds) {
      // Somebody is handing files over right now; the next start sweeps too.
      if (arriving.size > 0) return 0
      const work = sweepNow(keepTrackIds)
      sweeping = work.then(
        () => undefined,
        () => undefined,
      )
      return work
    },
  }
}

function statedLength(headers: Headers): number | null {
  const text = headers.get('content-length')
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : null
}
