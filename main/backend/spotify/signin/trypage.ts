import { failure, FailureError } from '../../../../src/contract/index.ts'
import { registeredRedirect } from '../../../../src/spotify/index.ts'
import { type Outbound, readText } from '../../outbound/index.ts'
import type { SpotifyAddresses } from '../addresses.ts'
import { failureOfOutbound } from '../failures.ts'
import { makeProof, signInPage } from './pkce.ts'

/** Text that is looked at, in bytes: a refusal is one line, and a page that lets people sign in is not read. */
const textLimitBytes = 20_000
/** Stands for any port: Spotify asks for none where the redirect was entered without one. */
const anyPort = 49_152

/**
 * Asks for the page where people sign in, as their browser would, and follows it nowhere. Spotify checks the client id and the redirect before
 * it asks anybody who they are. Rejects with a `FailureError`: `spotify-client-unknown`, `spotify-redirect-wrong`, or why there is no answer.
 */
export async function tryPage(
  clientId: string,
  parts: { readonly addresses: SpotifyAddresses; readonly outbound: Outbound; readonly signal: AbortSignal },
): Promise<void> {
  const { addresses, outbound, signal } = parts
  const redirectUri = registeredRedirect.replace('127.0.0.1', `127.0.0.1:${anyPort}`)
  try {
    const url = signInPage(addresses, { clientId, redirectUri, proof: makeProof() })
    const response = await outbound.request({ url, headers: { accept: 'text/html' }, redirects: 0, signal })
    const { status } = response
    if (status < 400) {
      response.close()
      return
    }
    // A longer one is no refusal in words, and its status says enough.
    const text = await readText(response, textLimitBytes).catch(() => '')
    throw new FailureError(failureOfPage(status, text))
  } catch (error) {
    throw new FailureError(failureOfOutbound(error), { cause: error })
  }
}

function failureOfPage(status: number, text: string) {
  // Both begin with INVALID_CLIENT.
  if (/redirect/iu.test(text)) return failure('spotify-redirect-wrong', { redirect: registeredRedirect })
  if (/invalid.client/iu.test(text)) return failure('spotify-client-unknown')
  return failure(status >= 500 ? 'spotify-failed' : 'spotify-refused', { status })
}
