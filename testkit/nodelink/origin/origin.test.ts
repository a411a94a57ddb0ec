import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixtures } from '../../audio/index.ts'
import { ask, json } from '../ask.ts'
import { noLimits } from '../limits.ts'
import { generated } from '../sound/generated.ts'
import { wholePcm } from '../sound/pcm.ts'
import { type NodeStandIn, startNodeStandIn } from '../start.ts'
import type { NodeTrack } from '../types.ts'
import { type MediaOrigin, startMediaOrigin } from './origin.ts'

let origin: MediaOrigin

beforeAll(async () => {
  origin = await startMediaOrigin()
})
afterAll(() => origin.close())

const get = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(url, { headers, method, redirect: 'manual' })

async function bytes(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer())
}

describe('the media origin', () => {
  it('serves a file to the byte, whole and in ranges', async () => {
    const { files } = await fixtures()
    const content = await readFile(files.flac44.path)
    const url = origin.publish({ kind: 'file', path: files.flac44.path }).sign()
    const whole = await get(url)
    expect(whole.headers.get('content-type')).toBe('audio/flac')
    expect((await bytes(whole)).equals(content)).toBe(true)
    const part = await get(url, { range: 'bytes=1000-1999' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-1999/${content.length}`])
    expect((await bytes(part)).equals(content.subarray(1000, 2000))).toBe(true)
    expect((await bytes(await get(url, { range: 'bytes=-10' }))).equals(content.subarray(-10))).toBe(true)
    expect((await get(url, { range: `bytes=${content.length}-` })).status).toBe(416)
    expect((await get(url, {}, 'HEAD')).headers.get('content-length')).toBe(String(content.length))
  })

  it('serves a generated sound as WAV, the same bytes however it is cut', async () => {
    const sound = generated(700)
    const url = origin.publish(sound).sign()
    const whole = await bytes(await get(url))
    expect(whole.subarray(44).equals(await wholePcm(sound))).toBe(true)
    const parts = ['0-20', '21-47', '48-1001', '1002-'].map(async (range) =>
      bytes(await get(url, { range: `bytes=${range}` })),
    )
    expect(Buffer.concat(await Promise.all(parts)).equals(whole)).toBe(true)
  })

  it('lets addresses expire; those signed afterwards work', async () => {
    const file = origin.publish(generated(100))
    const old = file.sign()
    file.expire(410)
    expect((await get(old)).status).toBe(410)
    expect((await get(file.sign())).status).toBe(200)
    expect((await get(`${old}0`)).status).toBe(403)
  })

  it('can go without ranges and HEAD, and name the wrong type', async () => {
    const url = origin
      .publish(generated(100), { hasRanges: false, answersHead: false, contentType: 'text/html' })
      .sign()
    const answer = await get(url, { range: 'bytes=100-200' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect((await bytes(answer)).length).toBe(44 + 4800 * 4)
    expect((await get(url, {}, 'HEAD')).status).toBe(405)
  })

  it('redirects honestly, without end, or to where nobody should go, and counts who went', async () => {
    const file = origin.publish(generated(100))
    file.serving.redirect = { kind: 'steps', count: 2 }
    expect((await fetch(file.sign())).status).toBe(200)
    file.serving.redirect = { kind: 'endless' }
    await expect(fetch(file.sign())).rejects.toThrow('fetch failed')
    file.serving.redirect = { kind: 'inside', host: 'link-local' }
    expect((await get(file.sign())).headers.get('location')).toMatch(/^http:\/\/169\.254\.169\.254:/)
    file.serving.redirect = { kind: 'inside', host: 'decimal-loopback' }
    expect(origin.insideHits).toBe(0)
    expect(await (await fetch(file.sign())).text()).toBe('secret')
    expect(origin.insideHits).toBe(1)
  })

  it('fails on command', async () => {
    const file = origin.publish(generated(1000))
    file.serving.fault = { kind: 'cut', afterBytes: 1000 }
    await expect(get(file.sign()).then(bytes)).rejects.toThrow('terminated')
    await expect.poll(() => origin.requests.at(-1)).toMatchObject({ status: 200, sentBytes: 1000 })
    file.serving.fault = { kind: 'empty' }
    expect((await bytes(await get(file.sign()))).length).toBe(0)
    file.serving.fault = { kind: 'hostile', what: 'ten-gigabytes' }
    const endless = await get(file.sign())
    expect(endless.headers.get('content-length')).toBe('10000000000')
    await endless.body?.cancel()
  })
})

describe('direct addresses of the node', () => {
  let node: NodeStandIn
  let track: NodeTrack

  beforeAll(async () => {
    node = await startNodeStandIn({ limits: noLimits })
    track = node.addTrack({ title: 'x', sound: generated(100), stream: { additionalData: { contentLength: 1 } } })
  })
  afterAll(() => node.close())

  const direct = async (): Promise<string> => {
    const path = `/v4/trackstream?encodedTrack=${encodeURIComponent(track.encoded)}`
    const { url }: { url?: string } = Object(json(await ask(node.address, path)))
    return url ?? ''
  }

  it('are new each time, and work until they expire', async () => {
    const [first, second] = [await direct(), await direct()]
    expect(first).not.toBe(second)
    node.originOf(track).expire()
    expect((await get(first)).status).toBe(403)
    expect((await get(await direct())).status).toBe(200)
  })

  it('can be the same for hours, expired or not', async () => {
    node.behaviour.keepsAddresses = true
    const first = await direct()
    node.originOf(track).expire()
    expect(await direct()).toBe(first)
  })
})
