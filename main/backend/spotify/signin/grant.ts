import { z } from 'zod'
import { failure, FailureError } from '../../../../src/contract/index.ts'
import type { Log } from '../../log/index.ts'
import type { Secrets } from '../../secrets/index.ts'
import type { SpotifyTokens } from '../answers/index.ts'
import type { SpotifyClock } from '../clock.ts'
import { SharedWork } from '../flight.ts'

/** What lets us in: the token that is sent, and the one that gets the next. */
export interface Grant {
  readonly accessToken: string
  /** Ms since the epoch. */
  readonly expiresAtMs: number
  readonly refreshToken: string
  readonly scope: string
}

const grantSchema = z.object({
  accessToken: z.string().min(1),
  expiresAtMs: z.number(),
  refreshToken: z.string().min(1),
  scope: z.string(),
})

/** A token is renewed so long before it expires, in ms. */
const renewedEarlyMs = 60_000

/** A grant from what the token address answered; null where there is nothing to renew it with. */
export function grantOf(tokens: SpotifyTokens, before: Grant | null, nowMs: number): Grant | null {
  const refreshToken = tokens.refresh_token ?? before?.refreshToken
  if (refreshToken === undefined) return null
  return {
    accessToken: tokens.access_token,
    expiresAtMs: nowMs + tokens.expires_in * 1000,
    refreshToken,
    scope: tokens.scope ?? before?.scope ?? '',
  }
}

/** The tokens of one sign-in, sealed on the disk. */
export interface GrantKeeper {
  /** Whether there is a sign-in that is still good, as far as is known. */
  isSignedIn(): boolean
  /** A token to send; renewed when it is about to expire, once for all who ask. Rejects with a `FailureError`. */
  token(signal: AbortSignal): Promise<string>
  /** Spotify did not take this token: the next one asked for is a new one. */
  refuse(token: string): void
  /** Not even a new token was taken: only signing in again helps. What is stored stays until then. */
  end(): void
  /** Throws `spotify-token-not-kept` where it cannot be sealed or written. */
  keep(grant: Grant): void
  forget(): void
}

export function createGrantKeeper(parts: {
  /** Name under which it is sealed. */
  readonly name: string
  readonly secrets: Secrets
  readonly clock: SpotifyClock
  readonly log: Log
  /** Gets new tokens for a refresh token. */
  readonly renew: (refreshToken: string, signal: AbortSignal) => Promise<SpotifyTokens>
  /** Called when a sign-in turned out to be over. */
  readonly onEnd: () => void
}): GrantKeeper {
  const { name, secrets, clock, log, renew, onEnd } = parts
  // A renewal is never taken back: its answer holds the only refresh token that is good from then on.
  const renewals = new SharedWork<Grant>({ goesOn: true })
  let grant: Grant | null = null
  let isRead = false
  let isEnded = false
  let isWritten = true
  let refused: string | null = null
  /** Counts sign-ins and sign-outs: a renewal that was begun before one of them changes nothing after it. */
  let turn = 0

  function current(): Grant | null {
    if (isRead) return grant
    isRead = true
    grant = read(secrets.get(name))
    return grant
  }

  function write(next: Grant): void {
    isWritten = false
    secrets.set(name, JSON.stringify(next))
    isWritten = true
  }

  /** Writes a renewed grant. Where that fails the new one is good in memory, and is written the next time. */
  function writeIfPossible(next: Grant): void {
    try {
      write(next)
    } catch (error) {
      log.warn('a renewed sign-in was not written', { error: error instanceof Error ? error : undefined })
    }
  }

  function drop(): void {
    turn += 1
    grant = null
    isRead = true
    isWritten = true
    refused = null
    secrets.remove(name)
  }

  async function renewed(before: Grant): Promise<Grant> {
    const began = turn
    try {
      const tokens = await renew(before.refreshToken, new AbortController().signal)
      const next = grantOf(tokens, before, clock.now()) ?? before
      if (turn !== began) throw new FailureError(failure('spotify-signed-out'))
      grant = next
      writeIfPossible(next)
      return next
    } catch (error) {
      const isOver = error instanceof FailureError && error.failure.code === 'spotify-sign-in-ended'
      if (isOver && turn === began) {
        drop()
        isEnded = true
        onEnd()
      }
      throw error
    }
  }

  return {
    isSignedIn: () => !isEnded && current() !== null,
    async token(signal) {
      if (isEnded) throw new FailureError(failure('spotify-sign-in-ended'))
      const known = current()
      if (known === null) throw new FailureError(failure('spotify-signed-out'))
      const isGood = known.accessToken !== refused && known.expiresAtMs - clock.now() > renewedEarlyMs
      if (isGood) {
        if (!isWritten) writeIfPossible(known)
        return known.accessToken
      }
      return (await renewals.run(`${turn}`, signal, () => renewed(known))).accessToken
    },
    refuse(token) {
      // Others may have renewed it meanwhile.
      if (grant?.accessToken === token) refused = token
    },
    end() {
      isEnded = true
      onEnd()
    },
    keep(next) {
      turn += 1
      try {
        write(next)
      } catch (error) {
        isWritten = true
        throw new FailureError(failure('spotify-token-not-kept'), { cause: error })
      }
      grant = next
      isRead = true
      isEnded = false
      refused = null
    },
    forget() {
      drop()
      isEnded = false
    },
  }
}

function read(sealed: string | null): Grant | null {
  if (sealed === null) return null
  try {
    return grantSchema.parse(JSON.parse(sealed))
  } catch {
    return null
  }
}
