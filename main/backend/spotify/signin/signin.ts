import { failure, FailureError } from '../../../../src/contract/index.ts'
import type { SpotifyAddresses } from '../addresses.ts'
import type { SpotifyClock } from '../clock.ts'
import { type CallbackWords, openCallback } from './callback.ts'
import { type Grant, grantOf } from './grant.ts'
import { makeProof, signInPage } from './pkce.ts'
import type { TokenAddress } from './tokens.ts'

/** What it takes to let a person sign in. */
export interface SignInParts {
  readonly addresses: SpotifyAddresses
  readonly tokens: TokenAddress
  readonly clock: SpotifyClock
  readonly words: CallbackWords
  /** Opens a page in the system's browser. */
  readonly openPage: (address: string) => Promise<void>
  /** Addresses of this computer to wait on; the usual ones where left out. */
  readonly hosts?: readonly string[]
}

/**
 * Lets the person sign in in their own browser, and trades what comes back for tokens. Rejects with a `FailureError`: cancelled,
 * refused, too late, no port, and what Spotify has against it.
 */
export async function signIn(clientId: string, parts: SignInParts, signal: AbortSignal): Promise<Grant> {
  const { addresses, tokens, clock, words, openPage, hosts } = parts
  const proof = makeProof()
  const callback = await openCallback({ state: proof.state, words, clock, ...(hosts !== undefined && { hosts }) })
  try {
    const { redirectUri } = callback
    await openPage(signInPage(addresses, { clientId, redirectUri, proof })).catch((error: unknown) => {
      throw new FailureError(failure('spotify-sign-in-failed'), { cause: error })
    })
    const code = await callback.wait(signal)
    const answer = await tokens.trade({ clientId, code, verifier: proof.verifier, redirectUri, signal })
    const grant = grantOf(answer, null, clock.now())
    if (grant === null) throw new FailureError(failure('spotify-sign-in-failed'))
    return grant
  } finally {
    callback.close()
  }
}
