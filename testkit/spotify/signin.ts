import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SpotifyBehaviour } from './behaviour.ts'
import type { Grants } from './grants.ts'

/** The sign-in page: the person answers at once, as they were told to. */
export function authorize(
  query: URLSearchParams,
  parts: {
    readonly behaviour: SpotifyBehaviour
    readonly grants: Grants
    readonly knownClients: ReadonlySet<string>
  },
  response: ServerResponse,
): void {
  const { behaviour, grants, knownClients } = parts
  const refuse = (words: string): void =>
    void response.writeHead(400, { 'content-type': 'text/plain' }).end(`INVALID_CLIENT: ${words}`)
  const clientId = query.get('client_id') ?? ''
  const redirectUri = query.get('redirect_uri') ?? ''
  if (!knownClients.has(clientId)) return refuse('Invalid client')
  if (!behaviour.redirects.some((registered) => isSameRedirect(registered, redirectUri)))
    return refuse('Invalid redirect URI')
  const challenge = query.get('code_challenge') ?? ''
  if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256' || challenge === '')
    return refuse('PKCE is needed')
  const back = new URL(redirectUri)
  const state = query.get('state')
  if (behaviour.consent === 'agrees') {
    const scope = query.get('scope') ?? ''
    back.searchParams.set('code', grants.code({ clientId, redirectUri, challenge, scope }))
  } else back.searchParams.set('error', behaviour.consent === 'refuses' ? 'access_denied' : 'server_error')
  if (state !== null) back.searchParams.set('state', state)
  response.writeHead(302, { location: back.href }).end()
}

/** Equal to the letter, but for the port of an address of this computer that was registered without one. */
function isSameRedirect(registered: string, asked: string): boolean {
  const [one, other] = [URL.parse(registered), URL.parse(asked)]
  if (one === null || other === null || other.hostname === 'localhost') return false
  const isLoopback = one.hostname === '127.0.0.1' || one.hostname === '[::1]'
  if (isLoopback && one.port === '') other.port = ''
  return one.href === other.href
}

/** Follows redirects as a browser does. */
export async function browse(page: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(page, { redirect: 'follow' })
  return { status: answer.status, text: await answer.text() }
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = []
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part)
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}
