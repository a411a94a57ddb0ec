import path from 'node:path'
import { acquireInstance, createBackend, createLog } from '../backend/index.ts'
import type { Backend, BackendOptions, FirstInstance, Log, SecondInstance } from '../backend/index.ts'
import { createHandOver } from './handOver.ts'
import type { HandOver } from './handOver.ts'
import { createSite } from './site.ts'
import type { Site } from './site.ts'
import type { Surroundings } from './surroundings.ts'

export interface LaunchOptions extends Pick<BackendOptions, 'host' | 'openLink' | 'choosePaths' | 'sealer'> {
  readonly dataFolder: string
  readonly surroundings: Surroundings
  /** Also writes the log to the terminal. */
  readonly development: boolean
  /** Paths from this start's command line. */
  readonly paths: readonly string[]
  /** A second start asked for this one. */
  readonly onSecondStart: () => void
}

/** Everything a host needs to show pages. */
export interface Launched {
  readonly kind: 'launched'
  readonly backend: Backend
  readonly handOver: HandOver
  readonly site: Site
  readonly log: Log
  /** Where a browser finds this instance; null for the desktop app. */
  setAddress(address: string | null): void
  /** Writes what is unwritten and lets the next start begin. */
  readonly close: () => Promise<void>
}

/** Opens the data folder and the backend, or answers the process that has it already. The same start for both hosts. */
export async function launch(options: LaunchOptions): Promise<Launched | SecondInstance> {
  const { dataFolder, surroundings } = options
  let giveToPage: ((paths: readonly string[]) => void) | null = null
  const early = [...options.paths]
  const instance = await acquireInstance({
    dataFolder,
    onHandOver(paths) {
      options.onSecondStart()
      if (giveToPage === null) early.push(...paths)
      else giveToPage(paths)
    },
  })
  if (instance.kind === 'second') return instance
  try {
    const launched = await open(options, instance, surroundings)
    giveToPage = launched.handOver.give
    giveToPage(early)
    return launched
  } catch (error) {
    await instance.release()
    throw error
  }
}

async function open(options: LaunchOptions, instance: FirstInstance, surroundings: Surroundings): Promise<Launched> {
  const log = createLog({ folder: path.join(options.dataFolder, 'logs'), development: options.development })
  const { spotifyAddress } = surroundings
  const backend = await createBackend({
    dataFolder: options.dataFolder,
    resourcesFolder: surroundings.resourcesFolder,
    host: options.host,
    platform: surroundings.platform,
    version: surroundings.version,
    longestSilenceMs: surroundings.longestSilenceMs ?? Infinity,
    log,
    openLink: options.openLink,
    ...(spotifyAddress !== null && { spotifyAddresses: { accounts: spotifyAddress, api: spotifyAddress } }),
    ...(options.choosePaths === undefined ? {} : { choosePaths: options.choosePaths }),
    ...(options.sealer === undefined ? {} : { sealer: options.sealer }),
  })
  const site = createSite({
    root: surroundings.interfaceFolder,
    media: (request) => backend.media(request),
    onError: (error) => log.error('request broke', { error: error instanceof Error ? error : undefined }),
  })
  return {
    kind: 'launched',
    backend,
    handOver: createHandOver(backend),
    site,
    log,
    setAddress: (address) => instance.setAddress(address),
    close: async () => {
      await backend.close()
      await instance.release()
      log.close()
    },
  }
}
