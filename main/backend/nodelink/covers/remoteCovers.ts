import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { coverLimitBytes, coverType } from '../../covers/index.ts'
import type { Log } from '../../log/index.ts'
import { type Outbound, readBytes } from '../../outbound/index.ts'
import { ownerOnlyFolder } from '../../ownerOnly.ts'
import { prune } from './prune.ts'

/** Covers that lie outside, fetched when they are first shown. */
export interface RemoteCovers {
  /** The name of a track's cover in the folder; null where there is none, or it cannot be had. Never rejects. */
  get(trackId: string, signal: AbortSignal): Promise<string | null>
}

/** What could not be had is not tried again for so long, in ms. */
const restMs = 10 * 60_000
/** Names of what could not be had, or was used in this run, that are remembered. */
const mostRemembered = 2000
/** Pictures are pruned after so many new ones: */
const newPerPrune = 100
/** to this much at most, in bytes. */
const limitBytes = 200e6

/**
 * Keeps pictures under a hash of their address, so that tracks of one record share theirs. What is fetched is a picture of a
 * kind that we show, by its first bytes, or it is not kept; whoever serves it checks and shrinks it like any cover.
 */
export function createRemoteCovers(parts: {
  readonly folder: string
  readonly addressOf: (trackId: string) => string | null
  readonly outbound: Outbound
  readonly log: Log
  /** Unix time in ms. */
  readonly now: () => number
}): RemoteCovers {
  const { folder, addressOf, outbound, log, now } = parts
  const underWay = new Map<string, Promise<boolean>>()
  const failedUntilMs = new Map<string, number>()
  const touched = new Set<string>()
  let sincePrune = newPerPrune

  async function fetchCover(address: string, name: string): Promise<boolean> {
    try {
      // Whoever asked may scroll on: the next one who comes by finds it there.
      const response = await outbound.request({ url: address, signal: AbortSignal.timeout(30_000) })
      if (response.status !== 200) {
        response.close()
        return fail(name)
      }
      const bytes = await readBytes(response, coverLimitBytes)
      if (coverType(bytes) === null) return fail(name)
      await keep(name, bytes)
      return true
    } catch {
      return fail(name)
    }
  }

  function fail(name: string): false {
    failedUntilMs.set(name, now() + restMs)
    for (const oldest of failedUntilMs.keys()) {
      if (failedUntilMs.size <= mostRemembered) break
      failedUntilMs.delete(oldest)
    }
    return false
  }

  async function keep(name: string, bytes: Uint8Array): Promise<void> {
    await mkdir(folder, { recursive: true, mode: ownerOnlyFolder })
    sincePrune += 1
    if (sincePrune > newPerPrune) {
      sincePrune = 0
      await prune(folder, limitBytes)
    }
    const aside = path.join(folder, `${randomUUID()}.part`)
    try {
      await writeFile(aside, bytes, { flag: 'wx' })
      await rename(aside, path.join(folder, name))
    } catch (error) {
      await rm(aside, { force: true })
      log.warn('a cover could not be kept', { error: error instanceof Error ? error : undefined })
      throw error
    }
  }

  /** Whether it is kept. Once in a run its time is renewed: what is not shown for long goes first. */
  async function isKept(name: string): Promise<boolean> {
    const file = path.join(folder, name)
    if ((await stat(file).catch(() => null)) === null) return false
    if (touched.has(name)) return true
    if (touched.size >= mostRemembered) touched.clear()
    touched.add(name)
    const time = new Date(now())
    await utimes(file, time, time).catch(() => undefined)
    return true
  }

  return {
    async get(trackId, signal) {
      const address = addressOf(trackId)
      if (address === null || signal.aborted) return null
      const name = createHash('sha256').update(address).digest('hex').slice(0, 32)
      if (await isKept(name)) return name
      if ((failedUntilMs.get(name) ?? 0) > now()) return null
      const fetching = underWay.get(name) ?? fetchCover(address, name).finally(() => underWay.delete(name))
      underWay.set(name, fetching)
      return (await fetching) ? name : null
    },
  }
}
