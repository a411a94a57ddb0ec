import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brotliDecompressSync } from 'node:zlib'
import { fixtures } from '../audio/index.ts'
import { ask, json } from './ask.ts'
import { noLimits } from './limits.ts'
import { generated } from './sound/generated.ts'
import { type NodeStandIn, startNodeStandIn } from './start.ts'
import type { NodeTrack } from './types.ts'

const jsonType = { 'content-type': 'application/json' }
const names = ['Night train', 'Night ferry', 'Morning']

let single: NodeStandIn
let cluster: NodeStandIn
let song: NodeTrack

beforeAll(async () => {
  const { folder } = await fixtures()
  const options = { limits: noLimits, musicFolder: folder }
  single = await startNodeStandIn({ ...options, mode: 'single' })
  cluster = await startNodeStandIn({ ...options, mode: 'cluster' })
  for (const node of [single, cluster]) {
    const tracks = names.map((title) => node.addTrack({ title, author: 'Late Ferry', sound: generated(2000, 7) }))
    song = node.addTrack({ title: 'Only one', source: 'deezer', isrc: 'USABC2400001', sound: generated(1000, 8) })
    node.addList({ uri: 'https://music.example/album/1', name: 'All of it', tracks, loadType: 'album' })
  }
})

afterAll(async () => {
  await single.close()
  await cluster.close()
})

const load = async (node: NodeStandIn, identifier: string): Promise<unknown> =>
  json(await ask(node.address, `/v4/loadtracks?identifier=${encodeURIComponent(identifier)}`))

const about = (path: string, track: NodeTrack): string => `${path}?encodedTrack=${encodeURIComponent(track.encoded)}`

describe('every route', () => {
  it('wants the password, raw or as Bearer, and says so in plain text', async () => {
    const refused = await ask(single.address, '/version', { password: null })
    expect(refused.status).toBe(401)
    expect(refused.headers['content-type']).toBe('text/plain')
    expect(refused.body.toString()).toBe('Unauthorized')
    const known = await ask(single.address, '/version', { password: 'Bearer youshallnotpass' })
    expect([known.status, known.headers['iamnodelink'], known.headers['nodelink-api-version']]).toEqual([
      200,
      'true',
      '4',
    ])
  })

  it.each(['/v4/loadTracks?identifier=x', '/v4/info/', '/v4/version', '/v4/encodetracks', '/v4/sessions', '/'])(
    'has no other spelling: %s is 404',
    async (path) => {
      const answer = await ask(single.address, path)
      expect(answer.status).toBe(404)
      expect(json(answer)).not.toHaveProperty('trace')
    },
  )

  it('refuses other methods with 405 and no Allow; HEAD and OPTIONS too', async () => {
    for (const method of ['HEAD', 'OPTIONS', 'POST']) {
      const answer = await ask(single.address, '/v4/info', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers).not.toHaveProperty('allow')
    }
    const answer = await ask(single.address, '/v4/loadstream?trace=true', { method: 'PUT' })
    expect(json(answer)).toMatchObject({ message: 'Method must be one of GET, POST', trace: expect.any(String) })
  })

  it('packs JSON by its own preference, whatever the q-values say; a worker never does', async () => {
    const path = '/v4/loadtracks?identifier=ytsearch:night'
    const headers = { 'accept-encoding': 'gzip;q=1, br;q=0' }
    const packed = await ask(single.address, path, { headers })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(JSON.parse(brotliDecompressSync(packed.body).toString())).toHaveProperty('loadType', 'search')
    const plain = await ask(cluster.address, path, { headers })
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(plain.headers).not.toHaveProperty('content-length')
  })

  it('refuses bad JSON, and reads a body without the content type as text', async () => {
    const bad = await ask(single.address, '/v4/decodetracks', { method: 'POST', headers: jsonType, body: '[' })
    expect(json(bad)).toMatchObject({ status: 400, error: 'Invalid JSON' })
    const body = JSON.stringify([song.encoded])
    const untyped = await ask(single.address, '/v4/decodetracks', { method: 'POST', body })
    expect(untyped.status).toBe(400)
    const huge = { ...jsonType, 'content-length': String(11 * 1024 * 1024) }
    const large = await ask(single.address, '/v4/decodetracks', { method: 'POST', headers: huge })
    expect(large.status).toBe(413)
  })
})

describe('facts', () => {
  it('tell that it is a NodeLink, which mode it runs in and what it has', async () => {
    expect(json(await ask(single.address, '/v4/info'))).toMatchObject({
      isNodelink: true,
      version: { major: 3, prerelease: expect.any(Array) },
      buildTime: -1,
      sourceManagers: expect.arrayContaining(['youtube', 'local', 'http']),
    })
    expect(json(await ask(single.address, '/v4/workers'))).toEqual([])
    expect(json(await ask(cluster.address, '/v4/workers'))).toHaveLength(1)
    expect((await ask(single.address, '/v4/workers', { method: 'PATCH' })).status).toBe(409)
    expect(json(await ask(single.address, '/v4/stats'))).toMatchObject({ frameStats: null, cpu: { nodelinkLoad: 0 } })
    expect(json(await ask(single.address, '/v4/connection'))).toHaveProperty('status', 'disconnected')
  })
})

describe('loadtracks', () => {
  it('finds by source prefix, or in the default source without one', async () => {
    expect(await load(single, 'ytsearch:night')).toMatchObject({
      loadType: 'search',
      data: [{ info: { title: 'Night train' } }, { info: { title: 'Night ferry' } }],
    })
    expect(await load(single, 'night train')).toMatchObject({ loadType: 'search', data: [{ info: { length: 2000 } }] })
    expect(await load(single, 'dzsearch:isrc:US-ABC-24-00001')).toMatchObject({ loadType: 'search', data: [song] })
    expect(await load(single, 'dzsearch:USABC2400001')).toMatchObject({ data: [song] })
  })

  it('answers nothing found with an empty object', async () => {
    expect(await load(single, 'ytsearch:nobody')).toEqual({ loadType: 'empty', data: {} })
  })

  it('answers a search everywhere with a playlist, and an album with a load type of its own', async () => {
    expect(await load(single, 'search:night')).toMatchObject({
      loadType: 'playlist',
      data: { info: { name: 'Search results for: night' }, tracks: [{}, {}] },
    })
    expect(await load(single, 'https://music.example/album/1')).toMatchObject({
      loadType: 'album',
      data: { info: { name: 'All of it' }, tracks: [{}, {}, {}] },
    })
  })

  it('answers an unknown prefix with 500, worded by mode', async () => {
    const path = '/v4/loadtracks?identifier=dzisrc:USABC2400001'
    const message = 'Source or search alias not found for: dzisrc'
    expect(json(await ask(single.address, path))).toMatchObject({
      status: 500,
      error: 'failed to load track',
      message,
      path: '/v4/loadtracks',
      trace: expect.any(String),
    })
    const fromWorker = json(await ask(cluster.address, path))
    expect(fromWorker).toMatchObject({ status: 500, error: 'Worker Error', message, path })
    expect(fromWorker).not.toHaveProperty('trace')
  })

  it('wants an identifier', async () => {
    expect(json(await ask(single.address, '/v4/loadtracks?identifier=%20'))).toMatchObject({
      status: 400,
      error: 'missing identifier parameter',
    })
  })

  it('takes a local file by its name alone, and guesses a length for MP3 only', async () => {
    const { files, bad } = await fixtures()
    const title = 'flac44.flac'
    const info = { title, author: 'unknown', length: -1, isSeekable: false, sourceName: 'local' }
    expect(await load(single, `local:${title}`)).toMatchObject({ loadType: 'track', data: { info } })
    expect(await load(single, files.mp3Cbr.path)).toMatchObject({
      data: { info: { length: 3084, isSeekable: true }, pluginInfo: { bitrateKbps: 192, streamType: 'audio/mpeg' } },
    })
    expect(await load(single, bad.emptyMp3)).toMatchObject({ loadType: 'track', data: { info: { length: 0 } } })
    expect(await load(single, 'local:missing.mp3')).toEqual({ loadType: 'empty', data: {} })
  })

  it('keeps relative paths inside its folder and lets absolute ones go anywhere; errors sit beside the load type', async () => {
    expect(await load(single, 'local:../secret')).toEqual({
      loadType: 'error',
      exception: { message: 'Path traversal is not allowed.', severity: 'common' },
    })
    expect(await load(single, '/proc/version')).toMatchObject({
      loadType: 'track',
      data: { info: { title: 'version' } },
    })
  })

  it('takes any address, loopback included, by its content type', async () => {
    const url = single.originOf(song).sign()
    const info = { title: 'Unknown', author: 'unknown', length: -1, isStream: false, sourceName: 'http' }
    expect(await load(single, url)).toMatchObject({ loadType: 'track', data: { info } })
    expect(await load(single, `${single.origin.address}/media/none`)).toMatchObject({
      loadType: 'error',
      exception: { message: 'HTTP error 404 while resolving' },
    })
  })
})

describe('encoded tracks', () => {
  it('are decoded one by one with an unescaped plus too; the parameter is not called track', async () => {
    const answer = json(await ask(single.address, `/v4/decodetrack?encodedTrack=${song.encoded}`))
    expect(answer).toEqual({ ...song, userData: {}, messageFlags: 1 })
    expect((await ask(single.address, `/v4/decodetrack?track=${encodeURIComponent(song.encoded)}`)).status).toBe(400)
    expect(json(await ask(single.address, '/v4/decodetrack?encodedTrack=QUJD'))).toMatchObject({
      status: 500,
      error: 'Failed to decode track',
    })
  })

  it('are decoded by the list, where one bad item spoils all', async () => {
    const decode = async (body: unknown): Promise<unknown> =>
      json(
        await ask(single.address, '/v4/decodetracks', {
          method: 'POST',
          headers: jsonType,
          body: JSON.stringify(body),
        }),
      )
    expect(await decode([song.encoded])).toMatchObject([{ info: song.info, details: [] }])
    expect(await decode([song.encoded, 'QUJD'])).toMatchObject({ status: 500 })
    expect(await decode([])).toMatchObject({ status: 400 })
  })

  it('are encoded to a JSON text, and only from facts that list details', async () => {
    const encode = async (info: unknown): Promise<unknown> =>
      json(await ask(single.address, `/v4/encodetrack?track=${encodeURIComponent(JSON.stringify(info))}`))
    expect(await encode({ ...song.info, details: [] })).toBe(song.encoded)
    expect(await encode(song.info)).toMatchObject({ status: 400 })
    const body = JSON.stringify([{ info: { ...song.info, details: [] } }])
    const many = await ask(single.address, '/v4/encodedtracks', { method: 'POST', headers: jsonType, body })
    expect(json(many)).toEqual([song.encoded])
  })
})

describe('trackstream', () => {
  it('gives a direct address of a service, and the path of a local file', async () => {
    expect(json(await ask(single.address, about('/v4/trackstream', song)))).toEqual({
      url: expect.stringContaining(single.origin.address),
      protocol: 'http',
      format: 'webm/opus',
    })
    const { files } = await fixtures()
    const local = await load(single, files.flac44.path)
    const { encoded } = trackOf(local)
    expect(json(await ask(single.address, `/v4/trackstream?encodedTrack=${encodeURIComponent(encoded)}`))).toEqual({
      url: files.flac44.path,
      protocol: 'local',
      format: 'audio/flac',
    })
  })

  it('has none in cluster mode, nor where it is switched off', async () => {
    expect(json(await ask(cluster.address, about('/v4/trackstream', song)))).toMatchObject({
      status: 500,
      message: 'Track stream runtime contract is incomplete.',
    })
    single.behaviour.hasTrackStream = false
    expect((await ask(single.address, about('/v4/trackstream', song))).status).toBe(404)
    single.behaviour.hasTrackStream = true
  })

  it('refuses a bad itag, a missing and a bad track, each in its way', async () => {
    const status = async (path: string): Promise<number> => (await ask(single.address, path)).status
    expect(await status(`${about('/v4/trackstream', song)}&itag=x`)).toBe(400)
    expect(await status('/v4/trackstream')).toBe(400)
    expect(await status('/v4/trackstream?encodedTrack=QUJD')).toBe(500)
  })
})

describe('lyrics and chapters', () => {
  it('are served in single mode, empty in two shapes, and incomplete in cluster mode', async () => {
    const lyrics = { name: 'x', synced: false, provider: 'y', lines: [{ text: 'la', time: 0, duration: 1 }] }
    const chapters = [{ title: 'one', startTime: 0 }]
    const sung = single.addTrack({ title: 'Sung', sound: generated(100), lyrics, chapters })
    expect(json(await ask(single.address, about('/v4/loadlyrics', sung)))).toEqual({ loadType: 'lyrics', data: lyrics })
    expect(json(await ask(single.address, about('/v4/loadchapters', sung)))).toEqual(chapters)
    expect(json(await ask(single.address, about('/v4/loadlyrics', song)))).toEqual({ loadType: 'empty', data: {} })
    expect(json(await ask(single.address, about('/v4/loadchapters', song)))).toEqual([])
    const { encoded } = trackOf(await load(single, '/proc/version'))
    expect(json(await ask(single.address, `/v4/loadlyrics?encodedTrack=${encodeURIComponent(encoded)}`))).toMatchObject(
      {
        loadType: 'error',
        data: { message: expect.stringContaining('Could not re-fetch') },
      },
    )
    for (const path of ['/v4/loadlyrics', '/v4/loadchapters']) {
      expect(json(await ask(cluster.address, about(path, song)))).toMatchObject({
        status: 500,
        message: expect.stringContaining('runtime contract is incomplete.'),
      })
    }
    expect(json(await ask(cluster.address, about('/v4/meaning', song)))).toEqual({ loadType: 'empty', data: {} })
  })
})

function trackOf(result: unknown): { encoded: string } {
  const parsed: { data?: { encoded?: string } } = Object(result)
  return { encoded: parsed.data?.encoded ?? '' }
}
