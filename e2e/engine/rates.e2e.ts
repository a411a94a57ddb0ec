import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeWav } from '../../testkit/audio/wav.ts'
import { compare, concat, steepest, type Stereo } from './support/compare.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import { type Player, recordedFrame } from './support/player.ts'
import { resampleWithSoxr } from './support/soxr.ts'

/** Tracks of different sample rates in a row, joined without a gap. */

const ratesHz = [44_100, 48_000, 96_000, 8000] as const
/** Length of each track in its own frames: about two seconds, and seldom a whole number of frames at another rate. */
const framesAt = (rateHz: number): number => 2 * rateHz - 331

/** One tune that goes on over all tracks and never pauses: a joint is loud, and a frame too many or too few shows. */
function tune(seconds: number): readonly [number, number] {
  const tone = (hz: number): number => Math.sin(2 * Math.PI * hz * seconds)
  return [0.3 * tone(311) + 0.15 * tone(1237 + 20 * seconds), 0.35 * tone(523) + 0.1 * tone(1777 - 25 * seconds)]
}

interface Track {
  readonly path: string
  readonly rateHz: number
  /** What a 24-bit file holds, at the track's own rate. */
  readonly samples: Stereo
}

let page: EnginePage
let folder: string
let tracks: readonly Track[]

beforeAll(async () => {
  page = await openEnginePage()
  folder = await mkdtemp(path.join(tmpdir(), 'melofy-rates-'))
  let startSeconds = 0.1
  tracks = await Promise.all(
    ratesHz.map((rateHz) => {
      const from = startSeconds
      startSeconds += framesAt(rateHz) / rateHz
      return writeTrack(from, rateHz)
    }),
  )
})
afterAll(async () => {
  await page.close()
  await rm(folder, { recursive: true, force: true })
})

async function writeTrack(startSeconds: number, rateHz: number): Promise<Track> {
  const values = Array.from({ length: framesAt(rateHz) }, (_, frame) => tune(startSeconds + frame / rateHz))
  const channels = [0, 1].map((side) => Float64Array.from(values, (pair) => pair[side] ?? 0))
  const file = path.join(folder, `${rateHz}.wav`)
  await writeFile(file, encodeWav(channels, rateHz, 24))
  const [left, right] = channels.map((channel) =>
    Float32Array.from(channel, (value) => Math.round(value * 2 ** 23) / 2 ** 23),
  )
  return { path: file, rateHz, samples: { left: left ?? new Float32Array(), right: right ?? new Float32Array() } }
}

/** What was shown at one moment, and which context frame was heard then. */
interface Look {
  readonly key: string | null
  readonly positionMs: number
  readonly durationMs: number | null
  readonly heardFrame: number
}

/** Plays the tracks one after the other; each is declared when the one before it is heard, as the app does. */
async function playAll(player: Player): Promise<readonly Look[]> {
  const [first, second] = tracks.map((track) => track.path)
  if (first === undefined || second === undefined) throw new Error('no tracks')
  await player.load(first, { play: false })
  await player.next(second)
  await player.untilDecoded(second)
  return player.run(
    async (session, files) => {
      const looks: Look[] = []
      session.engine.on((event) => {
        if (event.kind !== 'advanced') return
        const following = files[files.findIndex(({ key }) => key === event.key) + 1]
        if (following !== undefined)
          session.engine.setNext({ ...following, gain: 1, durationHintMs: null }, { kind: 'gapless' })
      })
      session.engine.play()
      await session.until('the end', () => {
        const now = performance.now()
        const { key, positionMs, durationMs } = session.engine.position(now)
        looks.push({ key, positionMs, durationMs, heardFrame: session.heardFrame(now) })
        return session.engine.state.kind === 'ended'
      })
      await session.untilQuiet()
      return looks
    },
    tracks.map((track) => ({ key: track.path, url: player.urlOf(track.path) })),
  )
}

/** Frames of a track, at its own rate, over which a resampler's answer to a sudden start or end rings. */
const ringingFrames = 200

describe.concurrent('44.1, 48, 96 and 8 kHz in a row', () => {
  test.each([44_100, 48_000])('through an output at %i Hz', async (outputHz) => {
    const player = await page.open(outputHz)
    const looks = await playAll(player)
    const [sound, events] = [await player.sound(), await player.events()]
    await player.close()

    const references = await Promise.all(
      tracks.map(async ({ samples, rateHz }) =>
        rateHz === outputHz ? samples : resampleWithSoxr(samples, rateHz, outputHz),
      ),
    )
    const whole = references.reduce(concat)
    // The first and the last frame are no silence, so this is all that was rendered.
    expect(sound.left).toHaveLength(whole.left.length)

    let from = 0
    const lengthsMs: number[] = []
    for (const [index, { path: key, rateHz, samples }] of tracks.entries()) {
      const frames = Math.ceil((samples.left.length * outputHz) / rateHz)
      const to = from + frames
      const lengthMs = (frames / outputHz) * 1000
      expect(references[index]?.left).toHaveLength(frames)
      const isOwn = rateHz === outputHz
      const ringing = isOwn ? 0 : Math.ceil((ringingFrames * outputHz) / rateHz)
      const difference = compare(sound, whole, { lag: 0, from: from + ringing, to: to - ringing })
      const isRight = (!isOwn || difference.worst === 0) && difference.errorDb < -90
      expect({ isRight, rateHz, from, to, ...difference }).toMatchObject({ isRight: true })
      // Both sides of a joint ring as each track does alone, and nothing comes on top.
      for (const side of ['left', 'right'] as const) {
        const usual = Math.max(steepest(whole[side], to - 4000, to + 64), steepest(whole[side], to - 64, to + 4000))
        expect(steepest(sound[side], to - 64, to + 64)).toBeLessThanOrEqual(usual * 1.05)
      }

      const seen = looks.filter((look) => look.key === key && look.positionMs > 0 && look.positionMs < lengthMs)
      const errors = seen.map(
        (look) => (look.positionMs / 1000) * outputHz - (recordedFrame(sound, look.heardFrame) - from),
      )
      expect(seen.length).toBeGreaterThan(10)
      // The browser renews its output timestamp between the two questions now and then: one frame in the middle of the field.
      expect(errors.map(Math.abs).toSorted((a, b) => a - b)[Math.floor(errors.length / 2)]).toBeLessThanOrEqual(1)
      expect(seen.at(-1)?.durationMs).toBeCloseTo(lengthMs, 6)
      const told = events.filter((event) => event.kind === 'duration' && event.key === key)
      expect(told.at(-1)).toMatchObject({ durationMs: expect.closeTo(lengthMs, 6) })
      lengthsMs.push(lengthMs)
      from = to
    }
    const joins = tracks.slice(1).map(({ path: key }, index) => ({
      kind: 'advanced',
      fromKey: tracks[index]?.path,
      key,
      heardMs: expect.closeTo(lengthsMs[index] ?? 0, 6),
    }))
    expect(events.filter((event) => event.kind === 'advanced')).toEqual(joins)
  })
})

test('the page has nothing to complain about', () => {
  expect(page.complaints).toEqual([])
})
