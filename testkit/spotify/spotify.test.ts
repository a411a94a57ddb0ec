import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { idOf, type SpotifyStandIn, startSpotifyStandIn, tooMany, tracks } from './index.ts'

let spotify: SpotifyStandIn
let nowMs = Date.UTC(2026, 10, 1)

afterEach(() => spotify.close())

const verifier = 'v'.repeat(64)
const challenge = createHash('sha256').update(verifier).digest('base64url')

/** A browser that signs in and stops where it is sent back to: the address with the code. */
async function sentBack(changes: Record<string, string> = {}): Promise<URL> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: spotify.clientId,
    redirect_uri: 'http://127.0.0.1:4711/callback',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    scope: 'user-library-read',
    state: 's',
    ...changes,
  })
  const answer = await fetch(`${spotify.address}/authorize?${query.toString()}`, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? `about:${await answer.text()}`)
}

async function tokens(form: Record<string, string>): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({ client_id: spotify.clientId, ...form })
  const answer = await fetch(`${spotify.address}/api/token`, { method: 'POST', body })
  const read: unknown = await answer.json()
  return typeof read === 'object' && read !== null ? { ...read } : {}
}

async function signIn(): Promise<{ access: string; refresh: string }> {
  const code = (await sentBack()).searchParams.get('code') ?? ''
  const grant = { grant_type: 'authorization_code', code, code_verifier: verifier }
  const answer = await tokens({ ...grant, redirect_uri: 'http://127.0.0.1:4711/callback' })
  return { access: String(answer['access_token']), refresh: String(answer['refresh_token']) }
}

async function start(...options: Parameters<typeof startSpotifyStandIn>): Promise<(path: string) => Promise<number>> {
  spotify = await startSpotifyStandIn({ now: () => nowMs, ...options[0] })
  const { access } = await signIn()
  return async (path) => {
    const answer = await fetch(`${spotify.address}${path}`, { headers: { authorization: `Bearer ${access}` } })
    await answer.arrayBuffer()
    return answer.status
  }
}

describe('what a client has to keep to', () => {
  it('is written down where it is broken: how much, how often, how many at a time, and old routes', async () => {
    const get = await start({ behaviour: { requestsPerWindow: 6 } })
    const list = spotify.addPlaylist({ name: 'Road', entries: tracks(3) })
    expect(await get(`/v1/playlists/${list.id}/items?limit=100&additional_types=track,episode`)).toBe(400)
    expect(await get(`/v1/playlists/${list.id}/items?fields=items(track(name))`)).toBe(200)
    expect(await get(`/v1/playlists/${list.id}/tracks`)).toBe(403)
    expect(await get('/v1/search?q=a&type=track&limit=50')).toBe(400)
    spotify.faults.add('/v1/me', { kind: 'delay', delayMs: 50 }, 1)
    await Promise.all([get('/v1/me'), get('/v1/me')])
    expect(spotify.breaches).toEqual([
      'limit 100 where 50 is the most',
      'fields without external_ids',
      'items without additional_types',
      `removed route /v1/playlists/${list.id}/tracks`,
      'limit 50 where 10 is the most',
      '/v1/me: 2 requests at a time',
    ])
    expect(await get('/v1/me')).toBe(429)
    nowMs += 19_000
    expect(await get('/v1/me')).toBe(429)
    expect(spotify.breaches.at(-1)).toBe('/v1/me: 1000 ms before the pause is over')
    nowMs += 40_000
    expect(await get('/v1/me')).toBe(200)
    spotify.faults.add('/v1/me', tooMany(null), 1)
    expect(await get('/v1/me')).toBe(429)
    nowMs += 29_000
    await get('/v1/me')
    expect(spotify.breaches.at(-1)).toBe('/v1/me: 1000 ms before the pause is over')
  })
})

describe('signing in', () => {
  it('sends back to what was registered, with any port of this computer, and never to localhost', async () => {
    await start()
    expect((await sentBack()).searchParams.get('state')).toBe('s')
    for (const redirect of [
      'http://localhost:4711/callback',
      'http://127.0.0.1:4711/other',
      'https://127.0.0.1/callback',
    ])
      expect((await sentBack({ redirect_uri: redirect })).href).toContain('Invalid redirect URI')
    expect((await sentBack({ client_id: 'f'.repeat(32) })).href).toContain('Invalid client')
    expect((await sentBack({ code_challenge_method: 'plain' })).href).toContain('PKCE')
  })

  it('gives a token for a code once, to whoever knows its secret, and a new refresh token each time', async () => {
    await start()
    const code = (await sentBack()).searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', code, redirect_uri: 'http://127.0.0.1:4711/callback' }
    expect(await tokens({ ...form, code_verifier: 'other' })).toMatchObject({ error: 'invalid_grant' })
    expect(await tokens({ ...form, code_verifier: verifier })).toMatchObject({ error: 'invalid_grant' })
    const { refresh } = await signIn()
    const renewal = { grant_type: 'refresh_token', refresh_token: refresh }
    const first = await tokens(renewal)
    expect(first['refresh_token']).not.toBe(refresh)
    expect(await tokens(renewal)).toMatchObject({ error: 'invalid_grant' })
  })

  it('follows a browser to where the app waits', async () => {
    await start()
    const visited: string[] = []
    const app = createServer((request, response) => {
      visited.push(request.url ?? '')
      response.end('done')
    })
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
    const bound = app.address()
    const port = typeof bound === 'object' ? bound?.port : 0
    spotify.behaviour.consent = 'refuses'
    const query = `client_id=${spotify.clientId}&response_type=code&code_challenge=${challenge}&code_challenge_method=S256&state=s`
    const redirect = encodeURIComponent(`http://127.0.0.1:${port}/callback`)
    const page = await spotify.browse(`${spotify.address}/authorize?${query}&redirect_uri=${redirect}`)
    app.close()
    expect([page.text, visited]).toEqual(['done', ['/callback?error=access_denied&state=s']])
  })
})

it('ids are those that Spotify would give', () => {
  expect(idOf('Song')).toMatch(/^[A-Za-z\d]{22}$/)
  expect(idOf('Song')).not.toBe(idOf('song'))
})
