import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtures, type FixtureSet } from '../../testkit/audio/index.ts'
import { noise } from '../../testkit/audio/signals.ts'
import { encodeWav } from '../../testkit/audio/wav.ts'
import type { GrowingStream } from '../../testkit/media/index.ts'
import { compare, findLag, part, type Stereo } from './support/compare.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import type { Player, Sound } from './support/player.ts'
import { referenceStereo } from './support/references.ts'

const rateHz = 48_000
const mediaType = 'audio/x-s16le;rate=48000;channels=2'
/** Longer than the fade into a stall and out of it, in frames. */
const fadeFrames = 480

let page: EnginePage
let files: FixtureSet['files']
/** Six seconds of noise in both ears, as samples without a head and as what comes out. */
const frames = 6 * rateHz + 123
const wav = encodeWav(
  [noise({ frames, amplitude: 0.5, seed: 1 }), noise({ frames, amplitude: 0.5, seed: 2 })],
  rateHz,
  16,
)
const pcm = new Uint8Array(wav).subarray(44)
const samples = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
const side = (at: number): Float32Array =>
  Float32Array.from({ length: frames }, (_, frame) => samples.getInt16(frame * 4 + at, true) / 32_768)
const reference: Stereo = { left: side(0), right: side(2) }

beforeAll(async () => {
  page = await openEnginePage()
  files = (await fixtures()).files
})
afterAll(() => page.close())

async function openPlayer(onTestFinished: (close: () => Promise<void>) => void, rate = rateHz): Promise<Player> {
  const player = await page.open(rate)
  onTestFinished(() => player.close())
  return player
}

/** A stream that begins with so many seconds. */
const streamOf = (seconds: number): GrowingStream =>
  page.media.stream({ bytes: pcm.subarray(0, seconds * rateHz * 4), mediaType })

/** Plays once two seconds are decoded: a busy machine cannot cause a stall of its own then. */
async function playAhead(player: Player, stream: GrowingStream): Promise<void> {
  await player.load(stream.url, { play: false })
  await player.untilAhead(2000)
  await player.play()
  await player.untilState('playing')
}

/** Bit for bit the whole of it, in one piece. */
function expectWhole(sound: Sound): void {
  const { worst, before, after } = compare(sound, reference, { lag: findLag(sound, reference, 10) })
  expect({ worst, before, after }).toEqual({ worst: 0, before: 0, after: 0 })
}

/**
 * The recording around its one pause: the same frame is the last before it and the first behind it. Around the pause the sound
 * fades, as everywhere, so it is compared beside the fades.
 */
function expectResumed(sound: Sound): void {
  const silence = longestSilence(sound)
  expect(silence.length).toBeGreaterThan(0)
  const before = part(sound, 0, silence.from)
  const heard = silence.from
  expect(compare(before, part(reference, 0, heard - fadeFrames), { lag: 0 }).worst).toBe(0)
  const behind = part(sound, silence.from + silence.length, sound.left.length)
  const start = frames - behind.left.length
  expect(compare(behind, part(reference, start + fadeFrames, frames), { lag: fadeFrames }).worst).toBe(0)
  // The last frame of a fade and the first one are silent themselves.
  expect(start - heard).toBeGreaterThanOrEqual(0)
  expect(start - heard).toBeLessThanOrEqual(4)
}

function longestSilence({ left, right }: Sound): { readonly from: number; readonly length: number } {
  let best = { from: 0, length: 0 }
  for (let at = 0; at < left.length; at += 1) {
    let end = at
    while (end < left.length && left[end] === 0 && right[end] === 0) end += 1
    if (end - at > best.length) best = { from: at, length: end - at }
    at = end
  }
  return best
}

describe.concurrent('samples without a head', () => {
  test('come out bit for bit, though nobody knows their number before the end', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(1)
    await player.load(stream.url, { play: false })
    stream.add(pcm.subarray(rateHz * 4))
    stream.end()
    await player.untilDecoded(stream.url)
    expect((await player.position()).durationMs).toBeCloseTo((frames * 1000) / rateHz, 6)
    await player.play()
    expect((await player.untilOver()).kind).toBe('ended')
    expectWhole(await player.sound())
  })

  test('are sought in to the frame', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = page.media.stream({ bytes: pcm, mediaType, isWhole: true })
    await player.load(stream.url, { play: false })
    await player.seek(2500)
    await player.untilAhead(1000)
    const heard = await player.listen(20_000)
    const wanted = part(reference, 2.5 * rateHz + fadeFrames, 2.5 * rateHz + 15_000)
    expect(compare(heard, wanted, { lag: findLag(heard, wanted) }).worst).toBe(0)
  })

  test('follow a file without a gap', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = page.media.stream({ bytes: pcm, mediaType, isWhole: true })
    const first = files.wav48
    await player.load(first.path, { play: false })
    await player.untilDecoded(first.path)
    await player.next(stream.url)
    await player.untilDecoded(stream.url)
    await player.play()
    expect(await player.untilOver()).toEqual({ kind: 'ended', key: stream.url })
    const sound = await player.sound()
    const start = await referenceStereo(first)
    expect(compare(sound, start).worst).toBe(0)
    const lag = compare(sound, start).lag + first.frames
    const { worst, after } = compare(sound, reference, { lag })
    expect({ worst, after }).toEqual({ worst: 0, after: 0 })
  })
})

describe.concurrent('bytes that are still on their way', () => {
  test('a stream that stops is a stall and goes on at the same frame: nothing is lost or repeated', async ({
    onTestFinished,
  }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(3)
    await playAhead(player, stream)
    await player.untilState('stalled')
    expect((await player.position()).positionMs).toBeGreaterThan(2500)
    await player.run((session) => session.untilQuiet())
    stream.add(pcm.subarray(3 * rateHz * 4))
    stream.end()
    await player.untilState('playing')
    expect((await player.untilOver()).kind).toBe('ended')
    expectResumed(await player.sound())
  })

  test('a wait that is over before what is decoded has run out is not heard', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(4)
    await player.load(stream.url, { play: false })
    await expect.poll(() => stream.requests.some(({ status }) => status === 503), { timeout: 20_000 }).toBe(true)
    await player.play()
    await player.untilState('playing')
    stream.add(pcm.subarray(4 * rateHz * 4))
    stream.end()
    expect((await player.untilOver()).kind).toBe('ended')
    expectWhole(await player.sound())
  })

  test('a seek to a place that is not here yet waits for it', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(2)
    await player.load(stream.url)
    await player.untilState('playing')
    await player.seek(5000)
    await player.untilState('stalled')
    await player.forget()
    stream.add(pcm.subarray(2 * rateHz * 4))
    stream.end()
    expect((await player.untilOver()).kind).toBe('ended')
    const sound = await player.sound()
    const wanted = part(reference, 5 * rateHz + fadeFrames, frames)
    const { worst, after } = compare(sound, wanted, { lag: sound.left.length - wanted.left.length })
    expect({ worst, after }).toEqual({ worst: 0, after: 0 })
  })

  test('a file without a known length plays like any other', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished, 44_100)
    for (const name of ['aacTs', 'mp3Vbr', 'ogg', 'm4aFragments'] as const) {
      const bytes = await readFile(files[name].path)
      const stream = page.media.stream({ bytes: bytes.subarray(0, 10_000) })
      await player.load(stream.url, { play: false })
      stream.add(bytes.subarray(10_000))
      stream.end()
      await player.untilDecoded(stream.url)
      await player.forget()
      await player.play()
      expect((await player.untilOver()).kind).toBe('ended')
      const { worst, before, after } = compare(await player.sound(), await referenceStereo(files[name]))
      expect({ before, after }).toEqual({ before: 0, after: 0 })
      expect(worst).toBeLessThan(1e-5)
    }
  })

  test('what becomes hopeless is played as far as it came, then the reason is told', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(2)
    await player.load(stream.url, { play: false })
    await player.untilAhead(1800)
    stream.refuse({ code: 'node-unreachable', status: 502 })
    await player.play()
    expect(await player.untilOver()).toMatchObject({ kind: 'failed', error: { code: 'node-unreachable' } })
    const sound = await player.sound()
    expect(sound.left.length).toBeGreaterThan(1.8 * rateHz)
    expect(compare(sound, part(reference, 0, 1.7 * rateHz), { lag: 0 }).worst).toBe(0)
  })
})

describe.concurrent('another encoding of the same recording', () => {
  test('goes on at the frame where the first one stood, and nobody hears it', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = page.media.stream({ bytes: new Uint8Array(wav).subarray(0, 3 * rateHz * 4), mediaType: 'audio/wav' })
    await playAhead(player, stream)
    stream.change({ bytes: pcm, mediaType, isWhole: true })
    expect((await player.untilOver()).kind).toBe('ended')
    expectWhole(await player.sound())
    expect((await player.events()).filter(({ kind }) => kind === 'advanced')).toEqual([])
  })

  test('after a wait goes on at the same frame', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(3)
    await playAhead(player, stream)
    await player.untilState('stalled')
    await player.run((session) => session.untilQuiet())
    stream.change({ bytes: new Uint8Array(wav), mediaType: 'audio/wav', isWhole: true })
    expect((await player.untilOver()).kind).toBe('ended')
    expectResumed(await player.sound())
  })

  test('one that changes for ever is given up with words', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const stream = streamOf(0)
    const changing = setInterval(
      () => stream.change({ bytes: new Uint8Array([1, 2, 3, 4]), mediaType: 'audio/wav' }),
      50,
    )
    onTestFinished(() => clearInterval(changing))
    await player.load(stream.url)
    await player.untilState('failed')
    expect(await player.state()).toMatchObject({ error: { code: 'media-changed' } })
  })
})

test('the page has nothing to complain about', () => {
  expect(page.complaints).toEqual([])
})
