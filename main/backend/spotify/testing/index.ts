import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { FailureError } from '../../../../src/contract/index.ts'
import {
  type SpotifyBehaviour,
  type SpotifyStandIn,
  startSpotifyStandIn,
  virtualClock,
  type VirtualClock,
} from '../../../../testkit/spotify/index.ts'
import { type Log, silentLog } from '../../log/index.ts'
import { createOutbound } from '../../outbound/index.ts'
import { createKeyFileSealer, createSecrets, type Sealer, type Secrets } from '../../secrets/index.ts'
import { openStore } from '../../store/index.ts'
import type { PaceLimits } from '../pace/index.ts'
import type { Asking } from '../request.ts'
import { createSpotifyRoom, type SpotifyRoom, type SpotifyRoomParts } from '../room.ts'

/** A room over a data folder, beside a stand-in for Spotify; both live by the same clock. */
export interface TestSpotify {
  readonly spotify: SpotifyStandIn
  readonly clock: VirtualClock
  readonly folder: string
  readonly room: SpotifyRoom
  readonly secrets: Secrets
  /** Pages that the app opened. */
  readonly opened: readonly string[]
  /** Ends the app and starts it again on the same folder. */
  restart(): void
  /** Signs in, and forgets the requests that it took. */
  signedIn(): Promise<void>
  /** How many requests of the Web API there were. */
  asked(): number
}

export interface TestOptions {
  readonly behaviour?: Partial<SpotifyBehaviour>
  readonly limits?: PaceLimits
  readonly log?: Log
  readonly sealer?: Sealer
  /** Longest wait for an answer, in ms of real time; the usual one where left out. */
  readonly longestSilenceMs?: number
  /** Whether the person goes where the app sends them. */
  readonly openPage?: (page: string, spotify: SpotifyStandIn) => Promise<void>
}

const open = new Set<() => Promise<void> | void>()

/** Closes everything that was opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].toReversed()) await close()
  open.clear()
}

export async function openSpotify(options: TestOptions = {}): Promise<TestSpotify> {
  const { log = silentLog } = options
  const clock = virtualClock()
  const spotify = await startSpotifyStandIn({ now: clock.now, behaviour: options.behaviour ?? {} })
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-test-'))
  open.add(() => fs.rmSync(folder, { recursive: true, force: true }))
  open.add(() => spotify.close())
  const opened: string[] = []

  function start(): { room: SpotifyRoom; secrets: Secrets; close: () => void } {
    const store = openStore({ folder, log })
    const secrets = createSecrets({ store, sealer: options.sealer ?? createKeyFileSealer(folder), log })
    const outbound = createOutbound({
      trustsHost: (host) => host === '127.0.0.1',
      longestSilenceMs: options.longestSilenceMs,
    })
    const parts: SpotifyRoomParts = {
      store,
      secrets,
      outbound,
      log,
      clock,
      addresses: { accounts: spotify.address, api: spotify.address },
      random: () => 0.5,
      words: async () => ({ done: 'done', refused: 'refused', wrong: 'wrong' }),
      onChange: () => undefined,
      async openPage(page) {
        opened.push(page)
        // As a browser does: the app does not wait for it.
        if (options.openPage === undefined) void spotify.browse(page)
        else await options.openPage(page, spotify)
      },
      ...(options.limits !== undefined && { limits: options.limits }),
    }
    const room = createSpotifyRoom(parts)
    const close = (): void => {
      room.close()
      outbound.close()
      store.close()
    }
    return { room, secrets, close }
  }

  let app = start()
  open.add(() => app.close())
  let before = 0
  return {
    spotify,
    clock,
    folder,
    opened,
    get room() {
      return app.room
    },
    get secrets() {
      return app.secrets
    },
    restart() {
      app.close()
      app = start()
    },
    async signedIn() {
      app.room.setUp(spotify.clientId)
      await app.room.signIn(new AbortController().signal)
      before = spotify.requests.length
    },
    asked: () => spotify.requests.slice(before).filter(({ path: asked }) => asked.startsWith('/v1/')).length,
  }
}

/** Somebody who waits and never takes it back. */
export const asking: Asking = { urgency: 'person', signal: new AbortController().signal }

/** The code something fails with, or `fine`. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'fine'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}
