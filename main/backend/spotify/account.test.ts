import { afterEach, describe, expect, it } from 'vitest'
import { tooMany, tracks } from '../../../testkit/spotify/index.ts'
import { testCache } from '../cache/testing/index.ts'
import { createSpotifyHandlers, type SpotifyHandlers } from './handlers.ts'
import { asking, closeAll, codeOf, openSpotify, type TestOptions, type TestSpotify } from './testing/index.ts'

afterEach(closeAll)

const context = { signal: new AbortController().signal, clientId: 'page' }

async function open(options: TestOptions = {}): Promise<{ test: TestSpotify; handlers: SpotifyHandlers }> {
  const test = await openSpotify(options)
  const { cache } = testCache()
  return { test, handlers: createSpotifyHandlers({ room: test.room, cache }) }
}

describe('a test', () => {
  it('before a sign-in says whether the client id and the redirect are right, and signs nobody in', async () => {
    const { test, handlers } = await open()
    const ask = () => codeOf(() => handlers['spotify.test'](null, context))
    expect(await ask()).toBe('spotify-not-set-up')
    await handlers['spotify.setUp']({ clientId: 'e'.repeat(32) }, context)
    expect(await ask()).toBe('spotify-client-unknown')
    await handlers['spotify.setUp']({ clientId: test.spotify.clientId }, context)
    test.spotify.behaviour.redirects = ['http://127.0.0.1:8888/callback', 'http://localhost/callback']
    expect(await ask()).toBe('spotify-redirect-wrong')
    test.spotify.behaviour.redirects = ['http://127.0.0.1/callback']
    expect(await handlers['spotify.test'](null, context)).toEqual({ kind: 'ready-to-sign-in' })
    test.spotify.kill()
    expect(await ask()).toBe('spotify-unreachable')
    expect(await handlers['spotify.state'](null, context)).toMatchObject({ kind: 'signed-out', error: null })
    expect(test.spotify.count('/api/token')).toBe(0)
  })

  it('after a sign-in names the rule that stands in the way, and until when', async () => {
    const { test, handlers } = await open()
    const { spotify } = test
    await test.signedIn()
    const ask = () => codeOf(() => handlers['spotify.test'](null, context))
    expect(await handlers['spotify.test'](null, context)).toEqual({ kind: 'signed-in', userName: 'Ann' })
    spotify.behaviour.hasPremium = false
    expect(await ask()).toBe('spotify-premium-needed')
    spotify.behaviour.hasPremium = true
    spotify.behaviour.isListed = false
    expect(await ask()).toBe('spotify-user-not-listed')
    spotify.behaviour.isListed = true
    spotify.faults.add('/v1/me', tooMany('79892'), 1)
    expect(await ask()).toBe('spotify-blocked')
    const asked = test.asked()
    expect(await ask()).toBe('spotify-blocked')
    // Whoever is to wait is not asked again.
    expect(test.asked()).toBe(asked)
    const untilMs = test.clock.now() + 79_892_000
    expect(await handlers['spotify.state'](null, context)).toMatchObject({
      kind: 'signed-in',
      closure: { why: 'window', untilMs: expect.closeTo(untilMs, -4) },
    })
    test.clock.advance(79_893_000)
    spotify.revoke()
    expect(await ask()).toBe('spotify-sign-in-ended')
    expect(await handlers['spotify.state'](null, context)).toMatchObject({
      kind: 'signed-out',
      error: { code: 'spotify-sign-in-ended' },
    })
    expect(spotify.breaches).toEqual([])
  })
})

it('a sign-in tells where its page is, and why it came to nothing, also to whoever asks later', async () => {
  const { test, handlers } = await open({ openPage: () => Promise.resolve() })
  await handlers['spotify.setUp']({ clientId: test.spotify.clientId }, context)
  const state = async () => handlers['spotify.state'](null, context)
  const waiting = codeOf(() => handlers['spotify.signIn'](null, context))
  await expect.poll(() => test.opened.length).toBe(1)
  expect(await state()).toMatchObject({ kind: 'signing-in', page: test.opened[0] })
  await handlers['spotify.cancelSignIn'](null, context)
  expect(await waiting).toBe('cancelled')
  expect(await state()).toMatchObject({ kind: 'signed-out', error: null })

  test.spotify.behaviour.consent = 'refuses'
  const refused = codeOf(() => handlers['spotify.signIn'](null, context))
  await expect.poll(() => test.opened.length).toBe(2)
  await test.spotify.browse(test.opened[1] ?? '')
  expect(await refused).toBe('spotify-sign-in-refused')
  expect(await state()).toMatchObject({ kind: 'signed-out', error: { code: 'spotify-sign-in-refused' } })
})

describe('whose account it is', () => {
  it('is not taken from the sign-in before', async () => {
    const { test, handlers } = await open()
    await test.signedIn()
    test.spotify.revoke()
    expect(await codeOf(() => handlers['spotify.test'](null, context))).toBe('spotify-sign-in-ended')
    test.spotify.faults.add('/v1/me', { kind: 'status', status: 500 }, 3)
    expect(await handlers['spotify.signIn'](null, context)).toMatchObject({ kind: 'signed-in', userName: null })
  })

  it('is not kept for somebody who signs out while it is asked for', async () => {
    const { test, handlers } = await open()
    await test.signedIn()
    test.spotify.faults.add('/v1/me', { kind: 'delay', delayMs: 50 }, 1)
    const asked = handlers['spotify.test'](null, context)
    await expect.poll(() => test.asked()).toBe(1)
    await handlers['spotify.signOut'](null, context)
    await asked
    expect(await codeOf(() => test.room.user(context.signal))).toBe('spotify-signed-out')
  })
})

it('a sign-in that turns out to be over says nothing of the client id that is used by then', async () => {
  const { test } = await open()
  await test.signedIn()
  test.spotify.revoke()
  test.spotify.faults.add('/api/token', { kind: 'delay', delayMs: 50 }, 1)
  test.clock.advance(3_600_000)
  const ending = codeOf(() => test.room.client().me(asking))
  await expect.poll(() => test.spotify.count('/api/token')).toBe(2)
  test.room.setUp('f'.repeat(32))
  expect(await ending).toBe('spotify-sign-in-ended')
  expect(test.room.state).toMatchObject({ kind: 'signed-out', error: null })
})

describe('the list of playlists', () => {
  it('says what may be read, comes page by page, and is asked for once a day', async () => {
    const { test, handlers } = await open()
    const { spotify } = test
    await test.signedIn()
    spotify.addPlaylist({ name: 'Mine', entries: tracks(3) })
    spotify.addPlaylist({ name: 'Ours', ownerId: 'bob', isCollaborative: true })
    spotify.addPlaylist({ name: 'His', ownerId: 'bob' })
    for (let number = 4; number <= 60; number += 1) spotify.addPlaylist({ name: `List ${number}` })
    const ask = async (from: number, anew = false) => handlers['spotify.playlists']({ from, anew }, context)
    const first = await ask(0)
    expect(first).toMatchObject({ total: 60, next: 50, unreadable: 0 })
    expect(first.playlists.slice(0, 3)).toMatchObject([
      { name: 'Mine', trackCount: 3, access: 'owned' },
      { name: 'Ours', ownerName: 'bob', access: 'collaborative' },
      { name: 'His', access: 'refused' },
    ])
    const second = await ask(50)
    expect(second).toMatchObject({ next: null })
    expect(second.playlists).toHaveLength(10)
    const asked = test.asked()
    expect(await ask(0)).toEqual(first)
    expect(test.asked()).toBe(asked)
    spotify.addPlaylist({ name: 'New' })
    expect(await ask(0, true)).toMatchObject({ total: 61 })
    expect(test.asked()).toBe(asked + 1)
    spotify.faults.add('/v1/me/playlists', tooMany('79892'), 1)
    expect(await codeOf(() => ask(0, true))).toBe('spotify-blocked')
    // Asking anew in vain costs nothing of what is remembered.
    expect(await ask(0)).toMatchObject({ total: 61 })
    expect(spotify.breaches).toEqual([])
  })

  it('needs somebody who is signed in', async () => {
    const { test, handlers } = await open()
    const ask = () => codeOf(() => handlers['spotify.playlists']({ from: 0, anew: false }, context))
    expect(await ask()).toBe('spotify-not-set-up')
    await handlers['spotify.setUp']({ clientId: test.spotify.clientId }, context)
    expect(await ask()).toBe('spotify-signed-out')
    expect(test.asked()).toBe(0)
  })
})
