import { failure, FailureError } from '../../../src/contract/index.ts'
import { acceptedEncodings, type Outbound, readText } from '../outbound/index.ts'
import type { SpotifyAddresses } from './addresses.ts'
import type { SpotifyClock } from './clock.ts'
import { failureOfClosure, failureOfOutbound, isOutOfQuota, type SpotifyAnswer } from './failures.ts'
import { SharedWork } from './flight.ts'
import { type Governor, isWaitedFor, type PaceAnswer, readRetryAfter, type Urgency } from './pace/index.ts'
import { isPassing, restAfter, tries } from './retry.ts'
import type { GrantKeeper } from './signin/index.ts'

/** Whom a request is for, and what ends it. */
export interface Asking {
  readonly urgency: Urgency
  readonly signal: AbortSignal
  /** A new answer is wanted even if the same was asked a moment ago. */
  readonly isAnew?: boolean
}

/** Asks the Web API by Spotify's rules. */
export interface Requests {
  /**
   * The answer to a path with its query. Waits for its turn and for short pauses, renews a token that is not taken, and tries again what
   * may pass. Rejects with a `FailureError` where there is no answer, where Spotify lets nobody in, and where nobody is signed in.
   */
  get(path: string, asking: Asking): Promise<SpotifyAnswer>
}

/** Text of an answer at most, in bytes: a page of fifty entries is about 300 kB. */
const textLimitBytes = 8e6

export function createRequests(parts: {
  readonly addresses: SpotifyAddresses
  readonly outbound: Outbound
  readonly governor: Governor
  readonly grants: GrantKeeper
  readonly clock: SpotifyClock
  /** 0…1. */
  readonly random: () => number
}): Requests {
  const { addresses, outbound, governor, grants, clock, random } = parts
  const shared = new SharedWork<SpotifyAnswer>({ goesOn: false })

  /** One request and its whole answer: until that is here, no other one goes out. */
  async function send(
    path: string,
    token: string,
    signal: AbortSignal,
  ): Promise<{ value: SpotifyAnswer; answer: PaceAnswer }> {
    const response = await outbound.request({
      url: `${addresses.api}${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'accept-encoding': acceptedEncodings,
      },
      // Whoever is sent on elsewhere is not at Spotify's.
      redirects: 0,
      signal,
    })
    const { status, headers } = response
    const text = await readText(response, textLimitBytes)
    if (status !== 429) return { value: { status, text }, answer: { kind: 'fine' } }
    const retryAfterMs = readRetryAfter(headers['retry-after'], clock.now())
    const why = isOutOfQuota(text) ? 'quota' : 'window'
    return { value: { status, text }, answer: { kind: 'tooMany', why, retryAfterMs } }
  }

  async function getOnce(path: string, urgency: Urgency, signal: AbortSignal): Promise<SpotifyAnswer> {
    let failures = 0
    let hasPaused = false
    let hasRenewed = false
    for (;;) {
      const closed = governor.closure()
      // Before a token is renewed for nothing.
      if (closed !== null && !isWaitedFor(closed, clock.now())) throw new FailureError(failureOfClosure(closed))
      const token = await grants.token(signal)
      try {
        const answer = await governor.run(urgency, signal, () => send(path, token, signal))
        if (answer.status === 429) {
          const closure = governor.closure()
          // The same answer again after the pause that it asked for: no more of that.
          if (closure !== null && (hasPaused || !isWaitedFor(closure, clock.now())))
            throw new FailureError(failureOfClosure(closure))
          hasPaused = true
          continue
        }
        if (answer.status === 401) {
          if (hasRenewed) {
            grants.end()
            throw new FailureError(failure('spotify-sign-in-ended'))
          }
          hasRenewed = true
          grants.refuse(token)
          continue
        }
        failures += 1
        if (answer.status < 500 || failures >= tries) return answer
      } catch (error) {
        failures += 1
        if (!isPassing(error) || failures >= tries) throw new FailureError(failureOfOutbound(error), { cause: error })
      }
      await restAfter(failures, { clock, random, signal })
    }
  }

  return {
    get(path, { urgency, signal, isAnew = false }) {
      if (isAnew) return getOnce(path, urgency, signal)
      return shared.run(`${urgency} ${path}`, signal, (ending) => getOnce(path, urgency, ending))
    },
  }
}
