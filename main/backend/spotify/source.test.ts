import { afterEach, describe, expect, it } from 'vitest'
import { tooMany } from '../../../testkit/spotify/index.ts'
import { testCache } from '../cache/testing/index.ts'
import { createSpotifySource, quietMs } from './source.ts'
import { closeAll, codeOf, openSpotify } from './testing/index.ts'

afterEach(closeAll)

const never = new AbortController().signal
const dayMs = 24 * 3_600_000

async function signedIn() {
  const test = await openSpotify()
  const { cache, clock } = testCache()
  const source = createSpotifySource({ room: test.room, cache, clock: test.clock })
  const search = async (text: string, signal = never) =>
    (await source.search(text, 10, signal, () => undefined)).spotify
  const titles = async (text: string) => (await search(text)).map(({ title }) => title)
  await test.signedIn()
  return { test, source, search, titles, cacheClock: clock }
}

describe('what Spotify knows, in the one search', () => {
  it('is asked once for the same words, however they are typed, and remembered that there is none', async () => {
    const { test, titles, search } = await signedIn()
    test.spotify.addTrack('Säde', { name: 'Säde' })
    expect(await titles('säde')).toEqual(['Säde'])
    expect(await search('säde')).toMatchObject([{ artists: ['Artist of Säde'], isrc: expect.stringMatching(/^DEA01/) }])
    expect(await titles('  SÄDE ')).toEqual(['Säde'])
    expect(test.asked()).toBe(1)
    expect(await titles('nothing is called that')).toEqual([])
    expect(await titles('Nothing is called that')).toEqual([])
    expect(test.asked()).toBe(2)
    expect(test.spotify.breaches).toEqual([])
  })

  it('costs nothing while one types, for links, and for a single letter', async () => {
    const { test, search, titles } = await signedIn()
    test.clock.longestWaitMs = quietMs - 1
    const typing = new AbortController()
    const begun = codeOf(() => search('harb', typing.signal))
    typing.abort()
    expect(await begun).toBe('cancelled')
    expect(await titles('h')).toEqual([])
    expect(await titles('https://open.spotify.com/playlist/1')).toEqual([])
    expect(await titles('spotify:playlist:1')).toEqual([])
    expect(test.asked()).toBe(0)
  })

  it('blocked, it shows what it knew, and says until when for the rest; nobody is asked meanwhile', async () => {
    const { test, titles, search, cacheClock } = await signedIn()
    test.spotify.addTrack('Harbour')
    expect(await titles('harbour')).toEqual(['Harbour'])
    cacheClock.now += dayMs + 1
    test.spotify.faults.add('/v1/search', tooMany('3600'), 1)
    expect(await titles('harbour')).toEqual(['Harbour'])
    expect(await codeOf(() => search('bridge'))).toBe('spotify-blocked')
    expect(test.asked()).toBe(2)
    expect(test.spotify.breaches).toEqual([])
  })

  it('says nothing of what it is not asked for', async () => {
    const { source } = await signedIn()
    expect(['h', 'https://example.org/song', 'spotify:track:1'].map((text) => source.isThere?.(text))).toEqual([
      false,
      false,
      false,
    ])
  })

  it('is a source only while somebody is signed in', async () => {
    const { test, source } = await signedIn()
    expect(source.isThere?.('harbour')).toBe(true)
    test.room.signOut()
    expect(source.isThere?.('harbour')).toBe(false)
  })
})
