import { createHash, randomBytes } from 'node:crypto'
import type { SpotifyAddresses } from '../addresses.ts'

/** What is asked for: to read playlists, those edited with others among them, and liked songs. Nothing is ever written. */
export const scopes = ['playlist-read-private', 'playlist-read-collaborative', 'user-library-read'] as const

/** One sign-in: a secret that never leaves, its challenge that goes along, and a mark by which the answer is known (RFC 7636). */
export interface SignInProof {
  readonly verifier: string
  readonly challenge: string
  readonly state: string
}

/** `bytes`: so many random ones. */
export function makeProof(bytes: (count: number) => Buffer = randomBytes): SignInProof {
  const verifier = bytes(64).toString('base64url')
  return {
    verifier,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
    state: bytes(24).toString('base64url'),
  }
}

/** The page where the person signs in. */
export function signInPage(
  addresses: SpotifyAddresses,
  request: { readonly clientId: string; readonly redirectUri: string; readonly proof: SignInProof },
): string {
  const page = new URL('/authorize', addresses.accounts)
  page.search = new URLSearchParams({
    response_type: 'code',
    client_id: request.clientId,
    scope: scopes.join(' '),
    redirect_uri: request.redirectUri,
    state: request.proof.state,
    code_challenge_method: 'S256',
    code_challenge: request.proof.challenge,
  }).toString()
  return page.href
}
