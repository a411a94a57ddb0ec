import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog } from '../../log/index.ts'
import { createKeyFileSealer } from '../../secrets/index.ts'
import { asking, closeAll, codeOf, openSpotify } from '../testing/index.ts'

afterEach(closeAll)

const hourMs = 60 * 60_000

describe('tokens', () => {
  it('are renewed before they expire, once for all who ask, and the new refresh token is the one that stays', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.spotify.addTrack('One')
    for (let hour = 0; hour < 3; hour += 1) {
      test.clock.advance(hourMs)
      const client = test.room.client()
      const all = [client.me(asking), client.playlists(0, asking), client.search('One', 0, asking)]
      await Promise.all(all)
      test.restart()
    }
    expect(test.spotify.count('/api/token')).toBe(1 + 3)
    expect(test.spotify.requests.filter(({ status }) => status === 401)).toEqual([])
    expect(test.room.state.kind).toBe('signed-in')
  })

  it('that Spotify takes no more are renewed once, whoever was refused', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.spotify.expireTokens()
    const client = test.room.client()
    await Promise.all([client.me(asking), client.playlists(0, asking), client.likedRows(0, asking)])
    expect(test.spotify.count('/api/token')).toBe(2)
    expect(test.spotify.breaches).toEqual([])
  })

  it('where no new refresh token comes, the old one stays good', async () => {
    const test = await openSpotify({ behaviour: { rotates: false } })
    await test.signedIn()
    for (let hour = 0; hour < 3; hour += 1) {
      test.clock.advance(hourMs)
      test.restart()
      expect((await test.room.client().me(asking)).id).toBe('ann')
    }
  })

  it('of access that was taken away are forgotten, and it is said', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.spotify.revoke()
    const client = test.room.client()
    expect(await codeOf(() => client.me(asking))).toBe('spotify-sign-in-ended')
    expect(test.room.state).toMatchObject({ kind: 'signed-out', error: { code: 'spotify-sign-in-ended' } })
    const before = test.spotify.requests.length
    expect(await codeOf(() => client.me(asking))).toBe('spotify-sign-in-ended')
    expect(test.spotify.requests).toHaveLength(before)
    test.restart()
    expect(await codeOf(() => test.room.client().me(asking))).toBe('spotify-signed-out')
    await test.signedIn()
    expect(test.room.state).toMatchObject({ kind: 'signed-in' })
  })

  it('that are refused although they are new end the sign-in instead of being renewed for ever', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.spotify.faults.add('/v1/me', { kind: 'status', status: 401 })
    expect(await codeOf(() => test.room.client().me(asking))).toBe('spotify-sign-in-ended')
    expect(test.spotify.count('/api/token')).toBe(2)
  })

  it('stay while the address that renews them is ill: asked three times, and the next time anew', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.clock.advance(hourMs)
    test.spotify.faults.add('/api/token', { kind: 'status', status: 503, body: 'upstream' }, 3)
    expect(await codeOf(() => test.room.client().me(asking))).toBe('spotify-failed')
    test.spotify.faults.add('/api/token', { kind: 'reset' }, 2)
    expect(await codeOf(() => test.room.client().me(asking))).toBe('fine')
    expect(test.spotify.count('/api/token')).toBe(1 + 3 + 3)
  })

  it('a pause at the address that renews them holds for all: nothing is asked meanwhile', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.clock.advance(hourMs)
    test.spotify.faults.add('/api/token', { kind: 'status', status: 429, headers: { 'retry-after': '7200' } }, 1)
    expect(await codeOf(() => test.room.client().me(asking))).toBe('spotify-blocked')
    expect(await codeOf(() => test.room.client().me(asking))).toBe('spotify-blocked')
    expect(test.spotify.count('/api/token')).toBe(2)
  })

  it('of a sign-out during a renewal do not come back', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.clock.advance(hourMs)
    test.spotify.faults.add('/api/token', { kind: 'delay', delayMs: 100 }, 1)
    const late = codeOf(() => test.room.client().me(asking))
    await expect.poll(() => test.spotify.count('/api/token')).toBe(2)
    test.room.signOut()
    expect(await late).toBe('spotify-signed-out')
    test.restart()
    expect(test.room.state).toMatchObject({ kind: 'signed-out', error: null })
  })

  it('one who leaves during a renewal takes nothing back: others get the token', async () => {
    const test = await openSpotify()
    await test.signedIn()
    test.clock.advance(hourMs)
    test.spotify.faults.add('/api/token', { kind: 'delay', delayMs: 50 }, 1)
    const leaving = new AbortController()
    const left = codeOf(() => test.room.client().me({ ...asking, signal: leaving.signal }))
    await expect.poll(() => test.spotify.count('/api/token')).toBe(2)
    leaving.abort()
    expect(await left).toBe('cancelled')
    expect(await codeOf(() => test.room.client().me(asking))).toBe('fine')
    expect(test.spotify.count('/api/token')).toBe(2)
  })
})

describe('what is kept', () => {
  it('is sealed: no token stands in the data folder, in the log, or in an address', async () => {
    const logFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-test-'))
    try {
      const log = createLog({ folder: logFolder, now: () => 0 })
      const test = await openSpotify({ log })
      await test.signedIn()
      test.spotify.expireTokens()
      await test.room.client().me(asking)
      test.spotify.revoke()
      await codeOf(() => test.room.client().me(asking))
      const files = [test.folder, logFolder].flatMap((folder) =>
        fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'latin1')),
      )
      expect(files.join('')).not.toMatch(/access-\w|refresh-\w/)
      for (const { query } of test.spotify.requests) expect([...query].join(' ')).not.toMatch(/access-|refresh-/)
    } finally {
      fs.rmSync(logFolder, { recursive: true, force: true })
    }
  })

  it('a renewed token that cannot be written is used all the same, and written as soon as it can be', async () => {
    let isLocked = false
    const keys = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-test-'))
    try {
      const real = createKeyFileSealer(keys)
      const test = await openSpotify({
        sealer: {
          seal(text) {
            if (isLocked) throw new Error('The key ring is locked')
            return real.seal(text)
          },
          open: (sealed) => real.open(sealed),
        },
      })
      await test.signedIn()
      isLocked = true
      test.clock.advance(hourMs)
      expect(await codeOf(() => test.room.client().me(asking))).toBe('fine')
      isLocked = false
      expect(await codeOf(() => test.room.client().me(asking))).toBe('fine')
      test.clock.advance(hourMs)
      test.restart()
      // The first refresh token is good no more: what was written is the renewed one.
      expect(await codeOf(() => test.room.client().me(asking))).toBe('fine')
      isLocked = true
      expect(await codeOf(() => test.room.signIn(new AbortController().signal))).toBe('spotify-token-not-kept')
    } finally {
      fs.rmSync(keys, { recursive: true, force: true })
    }
  })
})
