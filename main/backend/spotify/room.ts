import { type Failure, failure, type FailureCode, FailureError } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import type { Outbound } from '../outbound/index.ts'
import type { Secrets } from '../secrets/index.ts'
import type { Store } from '../store/index.ts'
import { type SpotifyAddresses, spotifyAddresses } from './addresses.ts'
import type { SpotifyUser } from './answers/index.ts'
import type { CapabilityProbe } from './capabilities.ts'
import type { SpotifyClient } from './client.ts'
import { createStoredClients, readClientId } from './clients.ts'
import { type SpotifyClock, systemClock } from './clock.ts'
import { failureOfOutbound } from './failures.ts'
import type { Closure, PaceLimits } from './pace/index.ts'
import { createSession, type SpotifySession } from './session.ts'
import { type CallbackWords, signIn } from './signin/index.ts'

/** How Melofy stands with Spotify. Each of these is a normal state. */
export type SpotifyState =
  /** No client id was entered. */
  | { readonly kind: 'not-set-up' }
  /** `failure`: why a sign-in came to an end; null where nobody signed in or where it was ended here. */
  | { readonly kind: 'signed-out'; readonly clientId: string; readonly failure: Failure | null }
  /** The browser shows Spotify's page. */
  | { readonly kind: 'signing-in'; readonly clientId: string }
  | {
      readonly kind: 'signed-in'
      readonly clientId: string
      /** Null where Spotify has not told yet. */
      readonly user: SpotifyUser | null
      /** Null while Spotify may be asked. */
      readonly closure: Closure | null
    }

/** The person's account at Spotify. Calls reject with a `FailureError`. */
export interface SpotifyRoom {
  readonly state: SpotifyState
  /** Uses another client id, or none. What was signed in with the one before stays for when it comes back. */
  setUp(typedClientId: string | null): void
  /** Opens Spotify's page in the browser and waits for the person; a sign-in that waits already is ended. */
  signIn(signal: AbortSignal): Promise<SpotifyUser | null>
  /** Forgets the tokens. Spotify has no way to hand them back: access is taken away on the person's own account page. */
  signOut(): void
  /** Asks who is signed in: tells which of Spotify's rules stands in the way, if one does. */
  test(signal: AbortSignal): Promise<SpotifyUser>
  /** Throws `spotify-not-set-up`. */
  client(): SpotifyClient
  has: CapabilityProbe['has']
  close(): void
}

export interface SpotifyRoomParts {
  readonly store: Store
  readonly secrets: Secrets
  readonly outbound: Outbound
  readonly log: Log
  /** Opens a page in the system's browser. */
  readonly openPage: (address: string) => Promise<void>
  /** For the page that the person comes back to, in their language. */
  readonly words: () => CallbackWords
  readonly onChange: () => void
  /** Spotify's own, where left out. */
  readonly addresses?: SpotifyAddresses
  readonly clock?: SpotifyClock
  readonly limits?: PaceLimits
  /** 0…1. */
  readonly random?: () => number
}

/** With these an account that has just signed in is of no use. */
const hopeless: ReadonlySet<FailureCode> = new Set([
  'spotify-premium-needed',
  'spotify-user-not-listed',
  'spotify-scope-missing',
  'spotify-sign-in-ended',
])

export function createSpotifyRoom(parts: SpotifyRoomParts): SpotifyRoom {
  const { store, log, onChange, openPage, words, clock = systemClock, addresses = spotifyAddresses } = parts
  const stored = createStoredClients(store)
  let session: SpotifySession | null = null
  let waiting: AbortController | null = null
  let ended: Failure | null = null

  function sessionOf(clientId: string): SpotifySession {
    if (session?.clientId === clientId) return session
    session?.close()
    session = createSession(clientId, {
      ...parts,
      addresses,
      clock,
      stored,
      onEnd() {
        ended = failure('spotify-sign-in-ended')
        log.info('signed out of Spotify', { code: ended.code })
        onChange()
      },
      onPace: onChange,
    })
    return session
  }

  function current(): SpotifySession {
    const known = stored.current()
    if (known === null) throw new FailureError(failure('spotify-not-set-up'))
    return sessionOf(known.clientId)
  }

  function stateNow(): SpotifyState {
    const known = stored.current()
    if (known === null) return { kind: 'not-set-up' }
    const { clientId, user } = known
    if (waiting !== null) return { kind: 'signing-in', clientId }
    const { grants, governor } = sessionOf(clientId)
    if (!grants.isSignedIn()) return { kind: 'signed-out', clientId, failure: ended }
    return { kind: 'signed-in', clientId, user, closure: governor.closure() }
  }

  async function whoIs({ clientId, client }: SpotifySession, signal: AbortSignal): Promise<SpotifyUser> {
    const user = await client.me({ urgency: 'person', signal, isAnew: true })
    stored.saveUser(clientId, user)
    onChange()
    return user
  }

  return {
    get state() {
      return stateNow()
    },
    setUp(typed) {
      const clientId = typed === null ? null : readClientId(typed)
      waiting?.abort()
      if (clientId !== stored.current()?.clientId) ended = null
      stored.use(clientId)
      if (clientId === null) {
        session?.close()
        session = null
      }
      onChange()
    },
    async signIn(signal) {
      const mine = current()
      waiting?.abort()
      const ending = new AbortController()
      waiting = ending
      const stop = (): void => ending.abort()
      signal.addEventListener('abort', stop, { once: true })
      if (signal.aborted) stop()
      onChange()
      try {
        const { tokens, grants, clientId } = mine
        const grant = await signIn(clientId, { addresses, tokens, clock, openPage, words: words() }, ending.signal)
        grants.keep(grant)
        ended = null
        return await whoIs(mine, ending.signal).catch((error: unknown) => {
          const told = failureOfOutbound(error)
          if (!hopeless.has(told.code)) return null
          grants.forget()
          throw error
        })
      } catch (error) {
        log.info('signing in to Spotify failed', { code: failureOfOutbound(error).code })
        throw error
      } finally {
        signal.removeEventListener('abort', stop)
        if (waiting === ending) waiting = null
        onChange()
      }
    },
    signOut() {
      const mine = current()
      waiting?.abort()
      mine.grants.forget()
      stored.saveUser(mine.clientId, null)
      ended = null
      onChange()
    },
    test: async (signal) => whoIs(current(), signal),
    client: () => current().client,
    has: async (...asked) => current().probe.has(...asked),
    close() {
      waiting?.abort()
      session?.close()
      session = null
    },
  }
}
