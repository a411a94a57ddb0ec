import { afterEach, describe, expect, it } from 'vitest'
import { outOfQuota, refusal, tooMany, tracks } from '../../../testkit/spotify/index.ts'
import { FailureError } from '../../../src/contract/index.ts'
import { readPlaylist } from './lists/index.ts'
import { asking, closeAll, codeOf, openSpotify, type TestOptions, type TestSpotify } from './testing/index.ts'

afterEach(closeAll)

async function signedIn(options: TestOptions = {}): Promise<TestSpotify> {
  const test = await openSpotify(options)
  await test.signedIn()
  return test
}

const me = (test: TestSpotify): Promise<unknown> => test.room.client().me(asking)

/** Until when Spotify lets nobody in, as the failure tells it. */
async function untilMs(work: Promise<unknown>): Promise<number> {
  try {
    await work
    return 0
  } catch (error) {
    return error instanceof FailureError ? Number(error.failure.data?.['untilMs']) : 0
  }
}

describe('a pause', () => {
  it.each(['1', '30'])('of %s s is waited for, and asked again once', async (seconds) => {
    const test = await signedIn()
    test.spotify.faults.add('/v1/me', tooMany(seconds), 1)
    await me(test)
    expect(test.asked()).toBe(2)
    expect(test.clock.waitedMs).toBeGreaterThanOrEqual(Number(seconds) * 1000)
    expect(test.spotify.breaches).toEqual([])
  })

  it('that is told again after it was waited for is not waited for again', async () => {
    const test = await signedIn()
    test.spotify.faults.add('/v1/me', tooMany('2'))
    expect(await codeOf(() => me(test))).toBe('spotify-blocked')
    expect(test.asked()).toBe(2)
  })

  it('of 79,892 s is told at once with its end, kept over a restart, and nothing is asked until then', async () => {
    const test = await signedIn()
    test.spotify.faults.add('/v1/me', tooMany('79892'), 1)
    const endMs = test.clock.now() + 79_892_000
    expect(await untilMs(me(test))).toBeGreaterThanOrEqual(endMs)
    test.restart()
    expect(test.room.state).toMatchObject({ kind: 'signed-in', closure: { why: 'window' } })
    const before = test.asked()
    // Its token is long expired by then: no new one is fetched for nothing.
    test.clock.advance(70_000_000)
    expect(await codeOf(() => me(test))).toBe('spotify-blocked')
    expect(await codeOf(() => test.room.client().likedRows(0, asking))).toBe('spotify-blocked')
    expect([test.asked(), test.spotify.count('/api/token')]).toEqual([before, 1])
    test.clock.advance(10_000_000)
    expect(await codeOf(() => me(test))).toBe('fine')
    expect(test.room.state).toMatchObject({ closure: null })
    expect(test.spotify.breaches).toEqual([])
  })

  it('that was written while the clock was wrong ends within a week, however often the app is started', async () => {
    const weekMs = 7 * 24 * 3_600_000
    const test = await signedIn()
    test.clock.advance(60 * weekMs)
    test.spotify.faults.add('/v1/me', tooMany('79892'), 1)
    expect(await codeOf(() => me(test))).toBe('spotify-blocked')
    test.clock.advance(-60 * weekMs)
    test.restart()
    expect(test.room.state).not.toMatchObject({ closure: null })
    test.clock.advance(weekMs)
    test.restart()
    expect(test.room.state).toMatchObject({ kind: 'signed-in', closure: null })
  })

  it.each([[null], ['later'], ['-1']])('of which %j is said counts as half a minute, and doubles', async (header) => {
    const test = await signedIn()
    test.spotify.faults.add('/v1/me', tooMany(header), 2)
    expect(await codeOf(() => me(test))).toBe('spotify-blocked')
    expect(test.clock.waitedMs).toBeGreaterThanOrEqual(30_000)
    const { room } = test
    const left = room.state.kind === 'signed-in' ? (room.state.closure?.untilMs ?? 0) - test.clock.now() : 0
    expect(Math.floor(left / 1000)).toBe(60)
    expect(test.spotify.breaches).toEqual([])
  })

  it('lets whoever waits for a turn go at once', async () => {
    const test = await signedIn()
    test.spotify.faults.add('/v1/me', tooMany('3600'), 1)
    const client = test.room.client()
    const all = [client.me(asking), client.likedRows(0, asking), client.playlists(0, asking)]
    expect(await Promise.all(all.map((work) => codeOf(() => work)))).toEqual(Array(3).fill('spotify-blocked'))
    expect(test.asked()).toBe(1)
  })

  it('since the developer account has used up what it had is told apart, for every client id that is known', async () => {
    const test = await signedIn()
    const other = 'f'.repeat(32)
    test.room.setUp(other)
    test.room.setUp(test.spotify.clientId)
    test.spotify.faults.add('/v1/me', outOfQuota('20'), 1)
    // Even a short one: what is used up does not come back in a moment.
    expect(await codeOf(() => me(test))).toBe('spotify-quota-exceeded')
    expect(test.asked()).toBe(1)
    test.room.setUp(other)
    test.restart()
    expect(await codeOf(() => me(test))).toBe('spotify-quota-exceeded')
    test.room.setUp(test.spotify.clientId)
    expect(await codeOf(() => me(test))).toBe('spotify-quota-exceeded')
    test.clock.advance(21_000)
    expect(await codeOf(() => me(test))).toBe('fine')
  })
})

describe('a request', () => {
  it('is sent once where several want the same, and by itself where one wants a new answer', async () => {
    const test = await signedIn()
    const client = test.room.client()
    await Promise.all([client.me(asking), client.me(asking), client.me(asking)])
    expect(test.asked()).toBe(1)
    await Promise.all([client.me(asking), client.me({ ...asking, isAnew: true })])
    expect(test.asked()).toBe(3)
  })

  it('of one who leaves goes on for the other who wants it, and ends with the last', async () => {
    const test = await signedIn()
    const client = test.room.client()
    test.spotify.faults.add('/v1/me', { kind: 'delay', delayMs: 100 }, 1)
    const leaving = new AbortController()
    const left = codeOf(() => client.me({ ...asking, signal: leaving.signal }))
    const stays = codeOf(() => client.me(asking))
    await expect.poll(() => test.asked()).toBe(1)
    leaving.abort()
    expect([await left, await stays, test.asked()]).toEqual(['cancelled', 'fine', 1])
    test.spotify.faults.add('/v1/me', { kind: 'hang' }, 1)
    const alone = new AbortController()
    const gone = codeOf(() => client.me({ ...asking, signal: alone.signal }))
    await expect.poll(() => test.asked()).toBe(2)
    alone.abort()
    expect(await gone).toBe('cancelled')
    expect(await codeOf(() => client.me(asking))).toBe('fine')
  })

  it('waits for its turn, a person before what is brought over', async () => {
    const test = await signedIn()
    const client = test.room.client()
    const list = test.spotify.addPlaylist({ name: 'Road', entries: tracks(10) })
    const imports = [0, 2, 4].map((offset) => client.playlistRows(list.id, offset, { ...asking, urgency: 'import' }))
    await Promise.all([...imports, client.me(asking)])
    const paths = test.spotify.requests.slice(-4).map(({ path }) => path)
    expect(paths.indexOf('/v1/me')).toBeLessThan(2)
    expect(test.spotify.breaches).toEqual([])
  })

  it('of a crowd keeps to the window, whatever Spotify would bear', async () => {
    const test = await signedIn({ behaviour: { requestsPerWindow: 90 } })
    const list = test.spotify.addPlaylist({ name: 'Road', entries: tracks(10) })
    const client = test.room.client()
    const offsets = Array.from({ length: 120 }, (_, index) => index)
    await Promise.all(offsets.map((offset) => client.playlistRows(list.id, offset, asking)))
    expect(test.clock.waitedMs).toBeGreaterThan(20_000)
    expect(test.spotify.requests.filter(({ status }) => status === 429)).toEqual([])
    expect(test.spotify.breaches).toEqual([])
  })

  it.each([
    ['an ill server', { kind: 'status', status: 502, body: '<html>' } as const, 'spotify-failed'],
    ['a connection that breaks', { kind: 'reset' } as const, 'spotify-unreachable'],
    ['half an answer', { kind: 'cut', afterBytes: 10 } as const, 'spotify-unreachable'],
  ])('%s is tried three times, and no more', async (_what, fault, code) => {
    const test = await signedIn()
    test.spotify.faults.add('/v1/me', fault, 2)
    expect(await codeOf(() => me(test))).toBe('fine')
    expect(test.asked()).toBe(3)
    test.spotify.faults.add('/v1/me', fault, 3)
    expect(await codeOf(() => me(test))).toBe(code)
    expect(test.asked()).toBe(6)
  })

  it.each([
    [
      'a page of something else',
      { kind: 'body', body: '<html>', contentType: 'text/html' } as const,
      'spotify-answer-unreadable',
      1,
    ],
    ['a packed bomb', { kind: 'hostile', what: 'gzip-bomb' } as const, 'spotify-answer-unreadable', 1],
    [
      'a way to elsewhere',
      { kind: 'status', status: 302, headers: { location: 'http://elsewhere.example/' } } as const,
      'spotify-answer-unreadable',
      1,
    ],
    [
      'no premium',
      refusal(403, 'Active premium subscription required for the owner of the app.'),
      'spotify-premium-needed',
      1,
    ],
    ['not on the list', refusal(403, 'User not registered in the Developer Dashboard'), 'spotify-user-not-listed', 1],
    ['leave that was not given', refusal(403, 'Insufficient client scope'), 'spotify-scope-missing', 1],
    ['a refusal without words', refusal(403, 'Forbidden'), 'spotify-refused', 1],
    ['something that is not there', refusal(404, 'Not found'), 'spotify-not-found', 1],
  ])(
    '%s',
    async (_what, fault, code, tries) => {
      const test = await signedIn()
      test.spotify.faults.add('/v1/me', fault)
      expect(await codeOf(() => me(test))).toBe(code)
      expect(test.asked()).toBe(tries)
    },
    30_000,
  )

  it('of a killed server fails with words, and goes on when it is back', async () => {
    const test = await signedIn()
    test.spotify.kill()
    expect(await codeOf(() => me(test))).toBe('spotify-unreachable')
    await test.spotify.revive()
    expect(await codeOf(() => me(test))).toBe('fine')
  })
})

describe('what one may read', () => {
  it("a followed playlist's name, not its entries; Spotify's own not at all; one edited with others whole", async () => {
    const test = await signedIn()
    const entries = tracks(3)
    const followed = test.spotify.addPlaylist({ name: 'Theirs', entries, ownerId: 'bob' })
    const editorial = test.spotify.addPlaylist({ name: 'Fresh', entries, ownerId: 'spotify', isHidden: true })
    const shared = test.spotify.addPlaylist({ name: 'Ours', entries, ownerId: 'bob', isCollaborative: true })
    const client = test.room.client()
    expect(await client.playlist(followed.id, asking)).toMatchObject({ name: 'Theirs', ownerId: 'bob' })
    const before = test.asked()
    expect(await codeOf(() => client.playlistRows(followed.id, 0, asking))).toBe('spotify-playlist-refused')
    expect(test.asked()).toBe(before + 1)
    expect(await codeOf(() => client.playlist(editorial.id, asking))).toBe('spotify-playlist-hidden')
    expect(await codeOf(() => readPlaylist(client, editorial.id, asking).next())).toBe('spotify-playlist-hidden')
    expect((await client.playlistRows(shared.id, 0, asking)).items).toHaveLength(3)
  })

  it('a track under the id that was asked for, and hits ten at a time', async () => {
    const test = await signedIn()
    for (const { name } of tracks(25).filter((entry) => entry.kind === 'track')) test.spotify.addTrack(name)
    const client = test.room.client()
    const found = await client.search('song', 0, asking)
    expect([found.items.length, found.total]).toEqual([10, 25])
    expect((await client.search('song', 20, asking)).items).toHaveLength(5)
    const served = found.items[0]?.id ?? ''
    test.spotify.relink('a'.repeat(22), served)
    expect((await client.track('a'.repeat(22), asking)).id).toBe(served)
    expect(test.spotify.breaches).toEqual([])
  })
})
