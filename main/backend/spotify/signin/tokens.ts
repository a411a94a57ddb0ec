import { failure, FailureError } from '../../../../src/contract/index.ts'
import { type Outbound, readText } from '../../outbound/index.ts'
import type { SpotifyAddresses } from '../addresses.ts'
import { type SpotifyTokens, tokensSchema } from '../answers/index.ts'
import type { SpotifyClock } from '../clock.ts'
import { failureOfClosure, failureOfOutbound, failureOfTokenRefusal, isOutOfQuota, parseJson } from '../failures.ts'
import { type Governor, readRetryAfter } from '../pace/index.ts'
import { isPassing, restAfter, tries } from '../retry.ts'

/** The address that gives out tokens. Each call rejects with a `FailureError`. */
export interface TokenAddress {
  /** Trades the code that the sign-in page sent along. Used once: a code is good for one try. */
  trade(request: {
    readonly clientId: string
    readonly code: string
    readonly verifier: string
    readonly redirectUri: string
    readonly signal: AbortSignal
  }): Promise<SpotifyTokens>
  renew(clientId: string, refreshToken: string, signal: AbortSignal): Promise<SpotifyTokens>
}

/** Text of an answer at most, in bytes. */
const textLimitBytes = 100_000

export function createTokenAddress(parts: {
  readonly addresses: SpotifyAddresses
  readonly outbound: Outbound
  readonly governor: Pick<Governor, 'learn' | 'closure'>
  readonly clock: SpotifyClock
  /** 0…1. */
  readonly random: () => number
}): TokenAddress {
  const { addresses, outbound, governor, clock, random } = parts

  async function post(
    form: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<{ status: number; text: string; retryAfter: string | undefined }> {
    const response = await outbound.request({
      url: `${addresses.accounts}/api/token`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
      redirects: 0,
      signal,
    })
    const { status, headers } = response
    return { status, text: await readText(response, textLimitBytes), retryAfter: headers['retry-after'] }
  }

  async function ask(
    form: Readonly<Record<string, string>>,
    grant: 'code' | 'refresh',
    signal: AbortSignal,
  ): Promise<SpotifyTokens> {
    // A code is used up by the first request that arrives.
    const triesOfGrant = grant === 'code' ? 1 : tries
    for (let failures = 1; ; failures += 1) {
      try {
        const { status, text, retryAfter } = await post(form, signal)
        if (status === 200) {
          const tokens = tokensSchema.safeParse(parseJson(text))
          if (tokens.success) return tokens.data
          throw new FailureError(failure('spotify-answer-unreadable'))
        }
        if (status === 429) {
          const why = isOutOfQuota(text) ? 'quota' : 'window'
          governor.learn({ kind: 'tooMany', why, retryAfterMs: readRetryAfter(retryAfter, clock.now()) })
          const closure = governor.closure()
          throw new FailureError(closure === null ? failure('spotify-failed', { status }) : failureOfClosure(closure))
        }
        if (status < 500 || failures >= triesOfGrant)
          throw new FailureError(failureOfTokenRefusal({ status, text }, grant))
      } catch (error) {
        if (!isPassing(error) || failures >= triesOfGrant)
          throw new FailureError(failureOfOutbound(error), { cause: error })
      }
      await restAfter(failures, { clock, random, signal })
    }
  }

  return {
    trade: ({ clientId, code, verifier, redirectUri, signal }) =>
      ask(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          client_id: clientId,
          code_verifier: verifier,
        },
        'code',
        signal,
      ),
    renew: (clientId, refreshToken, signal) =>
      ask({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId }, 'refresh', signal),
  }
}
