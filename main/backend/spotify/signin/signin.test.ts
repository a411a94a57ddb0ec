import http from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { virtualClock } from '../../../../testkit/spotify/index.ts'
import { asking, closeAll, codeOf, openSpotify, type TestOptions, type TestSpotify } from '../testing/index.ts'
import { openCallback } from './callback.ts'
import { makeProof } from './pkce.ts'

afterEach(closeAll)

const words = { done: 'done', refused: 'refused', wrong: 'wrong' }
const { signal } = new AbortController()

/** Set up, and not signed in. */
async function setUp(options: TestOptions = {}): Promise<TestSpotify> {
  const test = await openSpotify(options)
  test.room.setUp(test.spotify.clientId)
  return test
}

/** Visits an address as it stands, whatever host is named. */
function visit(address: string, options: { method?: string; host?: string } = {}): Promise<number> {
  return new Promise((resolve) => {
    const { method = 'GET', host } = options
    const headers = host === undefined ? {} : { host }
    const request = http.request(address, { method, headers, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', () => resolve(0))
    request.end()
  })
}

describe('signing in', () => {
  it('asks in the browser, waits for the person on this computer and knows them afterwards, also after a restart', async () => {
    const test = await setUp()
    expect(test.room.state).toMatchObject({ kind: 'signed-out', error: null })
    expect(await test.room.signIn(signal)).toEqual({ id: 'ann', name: 'Ann' })
    expect(test.room.state).toMatchObject({ kind: 'signed-in', userName: 'Ann', closure: null })
    const page = new URL(test.opened[0] ?? '')
    expect(page.searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)
    expect(page.searchParams.get('code_challenge_method')).toBe('S256')
    expect(page.searchParams.has('client_secret')).toBe(false)
    test.restart()
    expect(test.room.state).toMatchObject({ kind: 'signed-in', userName: 'Ann' })
    expect((await test.room.client().me(asking)).name).toBe('Ann')
    // The token was kept with the rest.
    expect(test.spotify.count('/api/token')).toBe(1)
    expect(test.spotify.breaches).toEqual([])
  })

  it('tells apart: refused, failed, no premium, not on the list', async () => {
    const outcome = async (options: TestOptions): Promise<string> => {
      const test = await setUp(options)
      const code = await codeOf(() => test.room.signIn(signal))
      expect(test.room.state).toMatchObject({ kind: 'signed-out' })
      return code
    }
    expect(await outcome({ behaviour: { consent: 'refuses' } })).toBe('spotify-sign-in-refused')
    expect(await outcome({ behaviour: { consent: 'fails' } })).toBe('spotify-sign-in-failed')
    expect(await outcome({ behaviour: { hasPremium: false } })).toBe('spotify-premium-needed')
    expect(await outcome({ behaviour: { isListed: false } })).toBe('spotify-user-not-listed')
  })

  it.each([
    ['{"error":"invalid_client","error_description":"Invalid client"}', 400, 'spotify-client-unknown'],
    ['{"error":"invalid_grant","error_description":"Invalid redirect URI"}', 400, 'spotify-redirect-wrong'],
    ['{"error":"invalid_grant","error_description":"Invalid authorization code"}', 400, 'spotify-sign-in-failed'],
    ['Active premium subscription required for the owner of the app.', 403, 'spotify-premium-needed'],
    ['upstream connect error', 503, 'spotify-failed'],
    ['<html>', 200, 'spotify-answer-unreadable'],
  ])('no token: %s', async (body, status, code) => {
    const test = await setUp()
    test.spotify.faults.add('/api/token', { kind: 'status', status, body })
    expect(await codeOf(() => test.room.signIn(signal))).toBe(code)
    // A code is good for one try.
    expect(test.spotify.count('/api/token')).toBe(1)
  })

  it('a redirect that was not registered is shown by Spotify, and nobody comes back', async () => {
    const test = await setUp({ behaviour: { redirects: ['http://127.0.0.1:4000/callback'] } })
    const waiting = codeOf(() => test.room.signIn(signal))
    await expect.poll(() => test.spotify.count('/authorize')).toBe(1)
    expect(test.room.state).toMatchObject({ kind: 'signing-in' })
    test.clock.advance(10 * 60_000)
    expect(await waiting).toBe('spotify-sign-in-timed-out')
  })

  it('ends when it is taken back, and when a second one is begun', async () => {
    const test = await setUp({ openPage: () => Promise.resolve() })
    const leaving = new AbortController()
    const first = codeOf(() => test.room.signIn(leaving.signal))
    leaving.abort()
    expect(await first).toBe('cancelled')
    const second = codeOf(() => test.room.signIn(signal))
    await expect.poll(() => test.opened.length).toBeGreaterThan(0)
    const third = codeOf(() => test.room.signIn(signal))
    expect(await second).toBe('cancelled')
    await expect.poll(() => test.opened.length).toBe(3)
    await test.spotify.browse(test.opened.at(-1) ?? '')
    expect(await third).toBe('fine')
  })

  it('fails with words where there is no browser', async () => {
    const test = await setUp({ openPage: () => Promise.reject(new Error('No browser')) })
    expect(await codeOf(() => test.room.signIn(signal))).toBe('spotify-sign-in-failed')
  })

  it('says who is there once Spotify tells: a sign-in during a pause is kept', async () => {
    const test = await setUp()
    test.spotify.faults.add('/v1/me', { kind: 'status', status: 500 }, 3)
    expect(await test.room.signIn(signal)).toBeNull()
    expect(test.room.state).toMatchObject({ kind: 'signed-in', userName: null })
    expect(await test.room.test(signal)).toEqual({ kind: 'signed-in', userName: 'Ann' })
    expect(test.room.state).toMatchObject({ kind: 'signed-in', userName: 'Ann' })
  })

  it('needs a client id that can be one', async () => {
    const { room } = await openSpotify()
    expect(room.state).toEqual({ kind: 'not-set-up' })
    expect(await codeOf(() => room.signIn(signal))).toBe('spotify-not-set-up')
    expect(await codeOf(() => room.setUp('my client'))).toBe('spotify-client-id-unreadable')
    room.setUp(' 0123456789ABCDEF0123456789abcdef ')
    expect(room.state).toMatchObject({ kind: 'signed-out', clientId: '0123456789abcdef0123456789abcdef' })
    room.setUp(null)
    expect(room.state).toEqual({ kind: 'not-set-up' })
  })
})

describe('the visit that ends a sign-in', () => {
  it('is the one with the right mark: others change nothing, and a second one finds nobody', async () => {
    const callback = await openCallback({ state: 'right', words, clock: virtualClock() })
    const { redirectUri } = callback
    const waiting = callback.wait(signal)
    expect(await visit(`${redirectUri}?code=1&state=wrong`)).toBe(400)
    expect(await visit(`${redirectUri}?code=1`)).toBe(400)
    expect(await visit(`${redirectUri}?code=1&state=right`, { method: 'POST' })).toBe(404)
    expect(await visit(redirectUri.replace('callback', 'favicon.ico'))).toBe(404)
    expect(await visit(`${redirectUri}?code=1&state=right`, { host: 'evil.example' })).toBe(400)
    expect(await visit(`${redirectUri}?code=${'x'.repeat(9000)}&state=right`)).toBe(400)
    expect(await visit(`${redirectUri}?code=right%20code&state=right`)).toBe(200)
    expect(await waiting).toBe('right code')
    expect(await visit(`${redirectUri}?code=2&state=right`)).toBe(0)
  })

  it('takes the next address where the first cannot be had, and says so where there is none', async () => {
    const parts = { state: 's', words, clock: virtualClock() }
    // Of the addresses set aside for documentation; no computer has it.
    const taken = await openCallback({ ...parts, hosts: ['192.0.2.1', '127.0.0.1'] })
    expect(taken.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)
    taken.close()
    expect(await codeOf(() => openCallback({ ...parts, hosts: ['192.0.2.1'] }))).toBe('spotify-sign-in-no-port')
  })

  it('never has the same proof twice, and its secret is as long as may be asked', () => {
    const [one, other] = [makeProof(), makeProof()]
    expect(one.verifier).not.toBe(other.verifier)
    expect(one.state).not.toBe(other.state)
    expect(one.verifier).toMatch(/^[\w-]{43,128}$/)
  })
})
