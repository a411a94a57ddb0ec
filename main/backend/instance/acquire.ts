import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Log, silentLog } from '../log/index.ts'
import { ask } from './client.ts'
import { publishEndpoint, readEndpoint, withdrawEndpoint } from './endpoint.ts'
import { type LockResult, takeLock } from './lock.ts'
import { type InstanceServer, listenForInstances } from './server.ts'

/** This process owns the data folder. */
export interface FirstInstance {
  readonly kind: 'first'
  /** Says where a browser finds this instance, or null when there is no such place. Until then, second starts wait. */
  setAddress(address: string | null): void
  /** Lets the next start be the first. */
  release(): Promise<void>
}

/** Another process owns the data folder: do not open it. */
export interface SecondInstance {
  readonly kind: 'second'
  /** Where a browser finds the first; null when it has no such place or does not answer. */
  readonly address: string | null
  /** Lets the first open these (relative ones are seen from this process's folder); none: it shows itself. Rejects when it does not answer. */
  handOver(paths: readonly string[]): Promise<void>
}

export interface AcquireOptions {
  readonly dataFolder: string
  /** A second start handed over absolute paths, or none: show the window. */
  readonly onHandOver: (paths: readonly string[]) => void
  readonly log?: Log
  /** How long to wait for a first instance that is starting or ending, in ms. */
  readonly patienceMs?: number
}

/**
 * Makes sure one process at a time uses a data folder. A folder that cannot be written needs no owner (the store then
 * lives in memory): every start is the first there.
 */
export async function acquireInstance(options: AcquireOptions): Promise<FirstInstance | SecondInstance> {
  const { dataFolder, log = silentLog, patienceMs = 5000 } = options
  const deadlineMs = performance.now() + patienceMs
  for (;;) {
    const lock = lockFolder(dataFolder)
    if (lock.kind === 'held') return beFirst(options, () => lock.release())
    if (lock.kind === 'unlockable') {
      log.warn('data folder cannot be locked', { error: lock.error instanceof Error ? lock.error : undefined })
      return beFirst(options, null)
    }
    // The owner may be a moment away from listening, or from its end: ask both questions until one has an answer.
    const endpoint = readEndpoint(dataFolder)
    const leftMs = deadlineMs - performance.now()
    const hello =
      endpoint === null ? null : await ask(endpoint, { kind: 'hello' }, Math.max(leftMs, 1)).catch(() => null)
    if (endpoint !== null && hello !== null) return beSecond(endpoint, hello.address, patienceMs)
    if (leftMs <= 0) {
      log.warn('the first instance does not answer')
      return beSecond(endpoint, null, patienceMs)
    }
    await setTimeout(Math.min(50, leftMs))
  }
}

function lockFolder(folder: string): LockResult {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    return takeLock(path.join(folder, 'instance.lock'))
  } catch (error) {
    return { kind: 'unlockable', error }
  }
}

async function beFirst(options: AcquireOptions, unlock: (() => void) | null): Promise<FirstInstance> {
  const address = Promise.withResolvers<string | null>()
  const server = unlock === null ? null : await listenQuietly(options, address.promise)
  return {
    kind: 'first',
    setAddress(value) {
      address.resolve(value)
    },
    async release() {
      if (server !== null) {
        withdrawEndpoint(options.dataFolder)
        await server.close()
      }
      // Last: whoever gets the lock now must find nothing of ours.
      unlock?.()
    },
  }
}

/** Owning the folder matters more than being reachable: where no socket can be had, second starts are told nothing. */
async function listenQuietly(options: AcquireOptions, address: Promise<string | null>): Promise<InstanceServer | null> {
  const { dataFolder, onHandOver, log = silentLog } = options
  try {
    withdrawEndpoint(dataFolder)
    const server = await listenForInstances(dataFolder, async (request) => {
      if (request.kind === 'open') onHandOver(request.paths)
      return { address: request.kind === 'hello' ? await address : null }
    })
    publishEndpoint(dataFolder, server.endpoint)
    return server
  } catch (error) {
    log.warn('second starts cannot reach this one', { error: error instanceof Error ? error : undefined })
    return null
  }
}

function beSecond(endpoint: string | null, address: string | null, timeoutMs: number): SecondInstance {
  return {
    kind: 'second',
    address,
    async handOver(paths) {
      if (endpoint === null) throw new Error('the first instance does not listen')
      await ask(endpoint, { kind: 'open', paths: paths.map((one) => path.resolve(one)) }, timeoutMs)
    },
  }
}
