import { type Failure, failure, type FailureCode, FailureError } from '../../../src/contract/index.ts'
import type { SpotifyState, SpotifyTest } from '../../../src/spotify/index.ts'
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
import type { PaceLimits } from './pace/index.ts'
import { createSession, type SpotifySession } from './session.ts'
import { type CallbackWords, signIn, tryPage } from './signin/index.ts'

/** The person's account at Spotify. Calls reject with a `FailureError`. */
export interface SpotifyRoom {
  readonly state: SpotifyState
  /** Uses another client id, or none. What was signed in with the one before stays for when it comes back. */
  setUp(typedClientId: string | null): void
  /** Opens Spotify's page in the browser and waits for the person; a sign-in that waits already is ended. */
  signIn(signal: AbortSignal): Promise<SpotifyUser | null>
  /** Ends a sign-in that waits. */
  cancelSignIn(): void
  /** Forgets the tokens. Spotify has no way to hand them back: access is taken away on the person's own account page. */
  signOut(): void
  /** Asks whether Spotify lets Melofy in, before and after a sign-in: fails with the rule that stands in the way, if one does. */
  test(signal: AbortSignal): Promise<SpotifyTest>
  /** Whose account it is; asks where that is not known yet. */
  user(signal: AbortSignal): Promise<SpotifyUser>
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
  readonly words: () => Promise<CallbackWords>
  readonly onChange: () => void
  /** Spotify's own, where left out. */
  readonly addresses?: SpotifyAddresses
  readonly clock?: SpotifyClock
  readonly limits?: PaceLimits
  /** 0…1. */
  readonly random?: () => number
}

/** A sign-in that waits for the person. */
interface Attempt {
  readonly ending: AbortController
  /** Where the person signs in; null before the app waits for them to come back. */
  page: string | null
}

/** With these an account that has just signed in is of no use. */
const hopeless: ReadonlySet<FailureCode> = new Set([
  'spotify-premium-needed',
  'spotify-user-not-listed',
  'spotify-scope-missing',
  'spotify-sign-in-ended',
])

export function createSpotifyRoom(parts: SpotifyRoomParts): SpotifyRoom {
  const { store, outbound, log, onChange, openPage, words, clock = systemClock, addresses = spotifyAddresses } = parts
  const stored = createStoredClients(store)
  let session: SpotifySession | null = null
  let waiting: Attempt | null = null
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
        // Of another client id than the one in use by now.
        if (stored.current()?.clientId !== clientId) return
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
    if (waiting !== null) return { kind: 'signing-in', clientId, page: waiting.page }
    const { grants, governor } = sessionOf(clientId)
    if (!grants.isSignedIn()) return { kind: 'signed-out', clientId, error: ended }
    return { kind: 'signed-in', clientId, userName: user?.name ?? null, closure: governor.closure() }
  }

  async function whoIs({ clientId, client, grants }: SpotifySession, signal: AbortSignal): Promise<SpotifyUser> {
    const user = await client.me({ urgency: 'person', signal, isAnew: true })
    // Whoever signed out meanwhile is not to be found here again.
    if (grants.isSignedIn()) stored.saveUser(clientId, user)
    onChange()
    return user
  }

  return {
    get state() {
      return stateNow()
    },
    setUp(typed) {
      const clientId = typed === null ? null : readClientId(typed)
      waiting?.ending.abort()
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
      waiting?.ending.abort()
      const ending = new AbortController()
      const attempt: Attempt = { ending, page: null }
      waiting = attempt
      const openPageOf = async (page: string): Promise<void> => {
        await openPage(page)
        attempt.page = page
        onChange()
      }
      const stop = (): void => ending.abort()
      signal.addEventListener('abort', stop, { once: true })
      if (signal.aborted) stop()
      onChange()
      try {
        const { tokens, grants, clientId } = mine
        const asked = { addresses, tokens, clock, openPage: openPageOf, words: await words() }
        const grant = await signIn(clientId, asked, ending.signal)
        grants.keep(grant)
        // It may be somebody else than before.
        stored.saveUser(clientId, null)
        ended = null
        return await whoIs(mine, ending.signal).catch((error: unknown) => {
          const told = failureOfOutbound(error)
          if (!hopeless.has(told.code)) return null
          grants.forget()
          throw error
        })
      } catch (error) {
        const told = failureOfOutbound(error)
        log.info('signing in to Spotify failed', { code: told.code })
        // Whoever comes back to the settings reads why; a sign-in that was taken back has no reason.
        if (waiting === attempt && told.code !== 'cancelled') ended = told
        throw error
      } finally {
        signal.removeEventListener('abort', stop)
        if (waiting === attempt) waiting = null
        onChange()
      }
    },
    cancelSignIn: () => waiting?.ending.abort(),
    signOut() {
      const mine = current()
      waiting?.ending.abort()
      mine.grants.forget()
      stored.saveUser(mine.clientId, null)
      ended = null
      onChange()
    },
    async test(signal) {
      const mine = current()
      if (mine.grants.isSignedIn()) return { kind: 'signed-in', userName: (await whoIs(mine, signal)).name }
      if (ended?.code === 'spotify-sign-in-ended') throw new FailureError(ended)
      await tryPage(mine.clientId, { addresses, outbound, signal })
      return { kind: 'ready-to-sign-in' }
    },
    user: async (signal) => stored.current()?.user ?? whoIs(current(), signal),
    client: () => current().client,
    has: async (...asked) => current().probe.has(...asked),
    close() {
      waiting?.ending.abort()
      session?.close()
      session = null
    },
  }
}
