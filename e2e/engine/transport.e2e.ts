import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtures, type FixtureSet } from '../../testkit/audio/index.ts'
import { compare, findLag, loudest, part, steepest } from './support/compare.ts'
import { faultsFrom } from './support/faults.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import { type Player, recordedFrame } from './support/player.ts'
import { referenceStereo } from './support/references.ts'

const rate = 44_100
let page: EnginePage
let set: FixtureSet

beforeAll(async () => {
  page = await openEnginePage()
  set = await fixtures()
})
afterAll(() => page.close())

/** An engine for one test alone. */
async function openPlayer(onTestFinished: (close: () => Promise<void>) => void): Promise<Player> {
  const player = await page.open(rate)
  onTestFinished(() => player.close())
  return player
}

/** Loads a file paused, decoded to its end, so that nothing but what is tested happens. */
async function prepare(player: Player, file: string): Promise<void> {
  await player.load(file, { play: false })
  await player.untilDecoded(file)
}

describe.concurrent('pausing', () => {
  test('repeats nothing and goes on within a render quantum, also when the output slept in between', async ({
    onTestFinished,
  }) => {
    const player = await openPlayer(onTestFinished)
    const file = set.files.wav44
    const reference = await referenceStereo(file)
    await prepare(player, file.path)
    const first = await player.listen(20_000)
    const { worst, lag } = compare(first, part(reference, 0, 18_000))
    expect({ worst, early: lag < 0 && reference.left[-lag - 1] !== 0 }).toEqual({ worst: 0, early: false })
    // What was rendered before the fade-out ended; the output sleeps two seconds later.
    const stoppedAt = first.left.length - lag
    await player.run((session) => session.untilContext('suspended'))
    const second = await player.listen(20_000)
    // A pause takes effect between two render quanta of 128 frames: what the fade had left of the last one is passed over.
    const resumed = part(reference, stoppedAt - 2, reference.left.length)
    const skipped = 1000 - findLag(second, part(resumed, 1000, 11_000))
    expect(skipped).toBeGreaterThanOrEqual(0)
    expect(skipped).toBeLessThanOrEqual(128 + 8)
    expect(compare(second, part(resumed, 1000, 11_000), { lag: 1000 - skipped }).worst).toBe(0)
    expect((await player.state()).kind).toBe('paused')
  })

  test('a track loaded paused is silent, stands where it was asked to, and starts there', async ({
    onTestFinished,
  }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.flac44
    await player.load(file.path, { startMs: 1500, play: false })
    await player.untilState('paused')
    const { positionMs, key } = await player.position()
    expect({ positionMs, key }).toEqual({ positionMs: 1500, key: file.path })
    await player.untilDecoded(file.path)
    const sound = await player.listen(10_000)
    expect(faultsFrom(sound, part(await referenceStereo(file), 1.5 * rate, file.frames), rate, 0)).toEqual([])
  })

  test('a seek while paused shows at once, awake or asleep', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.flac44
    await prepare(player, file.path)
    await player.listen(10_000)
    await player.run((session) => session.untilContext('suspended'))
    const heardMs = await player.heardMs()
    for (const positionMs of [2000, 500]) {
      const shown = await player.run((session, target) => {
        session.engine.seek(target)
        return session.engine.position().positionMs
      }, positionMs)
      expect(shown).toBe(positionMs)
      await player.run((session) => session.untilContext('suspended'))
      expect((await player.position()).positionMs).toBe(positionMs)
    }
    expect(await player.heardMs()).toBe(heardMs)
  })
})

describe.concurrent('an output that the system stops', () => {
  test('goes on by itself, without a frame lost or repeated, and the position with it', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)
    const file = set.files.wav44
    await prepare(player, file.path)
    const { looks, stops } = await player.run(async (session) => {
      const { context, engine } = session
      const looks: { positionMs: number; renderedFrame: number }[] = []
      const look = (): void => {
        const { positionMs } = engine.position()
        looks.push({ positionMs, renderedFrame: context.currentTime * context.sampleRate })
      }
      let stops = 0
      context.addEventListener('statechange', () => {
        if (context.state === 'suspended') stops += 1
      })
      engine.play()
      for (const frames of [15_000, 60_000]) {
        await session.until('sound', () => {
          look()
          return session.recording().left.length >= frames
        })
        await context.suspend()
        await session.untilContext('running')
      }
      // When all is over, it falls asleep.
      const stopsWhilePlaying = stops
      await session.until('the end', () => {
        look()
        return engine.state.kind === 'ended'
      })
      await session.untilQuiet()
      return { looks, stops: stopsWhilePlaying }
    }, null)
    expect(stops).toBe(2)
    const sound = await player.sound()
    const { worst, before, after } = compare(sound, await referenceStereo(file))
    expect({ worst, before, after }).toEqual({ worst: 0, before: 0, after: 0 })
    // Nothing is heard before it is rendered, and the position never goes back, least of all over a stop.
    const ahead = looks.map((look) => (look.positionMs / 1000) * rate - recordedFrame(sound, look.renderedFrame))
    expect(Math.max(...ahead)).toBeLessThanOrEqual(1)
    const steps = looks.slice(1).map(({ positionMs }, index) => positionMs - (looks[index]?.positionMs ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
    const lengthMs = (file.frames / rate) * 1000
    expect((await player.position()).positionMs).toBeCloseTo(lengthMs, 6)
    expect(Math.abs((await player.heardMs()) - lengthMs)).toBeLessThan(5)
  })
})

describe.concurrent('the last command wins', () => {
  test('A, B and A again in a breath end on A, from its start', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const [a, b] = [set.files.wav44.path, set.files.flac44.path]
    await player.run(
      ({ engine }, urls) => {
        for (const [key, url] of urls)
          engine.load({ key: key ?? '', url: url ?? '', gain: 1, durationHintMs: null }, { startMs: 0, play: false })
      },
      [
        ['1', player.urlOf(a)],
        ['2', player.urlOf(b)],
        ['3', player.urlOf(a)],
      ],
    )
    await player.untilDecoded('3')
    await player.play()
    expect(await player.untilOver()).toEqual({ kind: 'ended', key: '3' })
    const reference = await referenceStereo(set.files.wav44)
    // The others were gone before they made a sound.
    const { worst, before, after } = compare(await player.sound(), reference)
    expect({ worst, before, after }).toEqual({ worst: 0, before: 0, after: 0 })
  })

  test('a skip to what was decoded ahead sounds without asking the server again', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const { first, second } = set.pairs.wav
    await prepare(player, first.path)
    await player.next(second.path)
    await player.untilDecoded(second.path)
    await player.listen(10_000)
    const asked = (): number => page.media.requests.filter((request) => request.startsWith(second.path)).length
    const before = asked()
    await player.forget()
    await player.load(second.path)
    expect((await player.untilOver()).kind).toBe('ended')
    expect(asked()).toBe(before)
    const { worst, after } = compare(await player.sound(), await referenceStereo(second))
    expect({ worst, after }).toEqual({ worst: 0, after: 0 })
  })

  test('a seek after the end plays again, and the output stays awake for it', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.wav44
    await prepare(player, file.path)
    await player.play()
    expect((await player.untilOver()).kind).toBe('ended')
    await player.run((session) => session.untilContext('suspended'))
    await player.forget()
    // Asked in the same breath: on a busy machine the rest of the track may be over before another question arrives.
    const { kind } = await player.run(({ engine }) => {
      engine.seek(1000)
      return engine.state
    }, null)
    expect(kind).toBe('playing')
    expect((await player.untilOver()).kind).toBe('ended')
    expect(faultsFrom(await player.sound(), part(await referenceStereo(file), rate, file.frames), rate, 0)).toEqual([])
  })
})

describe.concurrent('volume', () => {
  test('muted is silent; back at 1 the samples are untouched again', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.wav44
    const reference = await referenceStereo(file)
    await prepare(player, file.path)
    await player.run(({ engine }) => engine.setVolume(0.5), null)
    const half = await player.listen(10_000)
    expect(loudest(half, 0, half.left.length)).toBeLessThan(0.13 * loudest(reference, 0, 12_000) + 0.01)
    await player.run(({ engine }) => engine.setMuted(true), null)
    await player.seek(0)
    await player.forget()
    await player.play()
    await player.renderMore(8192)
    await player.run((session) => session.untilQuiet())
    await player.run(({ engine }) => {
      engine.setMuted(false)
      engine.setVolume(1)
      engine.pause()
    }, null)
    await player.run((session) => session.untilQuiet())
    await player.seek(1000)
    await player.listen(4096)
    await player.seek(1500)
    expect(faultsFrom(await player.listen(10_000), part(reference, 1.5 * rate, file.frames), rate, 0)).toEqual([])
  })
})

describe.concurrent('the clock', () => {
  test('position never goes back while playing, and names the frame that the browser says is heard', async ({
    onTestFinished,
  }) => {
    const player = await openPlayer(onTestFinished)
    const file = set.files.wav44
    await prepare(player, file.path)
    const seen = await player.run(async (session) => {
      const samples: { heardFrame: number; positionMs: number }[] = []
      const look = (): void => {
        const at = performance.now()
        const { positionMs } = session.engine.position(at)
        samples.push({ heardFrame: session.heardFrame(at), positionMs })
      }
      session.engine.play()
      await session.until('the end', () => {
        if (session.engine.state.kind === 'playing') look()
        return session.engine.state.kind === 'ended'
      })
      await session.untilQuiet()
      return samples
    }, null)
    const sound = await player.sound()
    const { lag } = compare(sound, await referenceStereo(file))
    expect(seen.length).toBeGreaterThan(20)
    // On a machine that cannot keep up, the browser itself takes its output time back now and then: only with it may ours.
    const steps = seen.slice(1).map((sample, index) => {
      const before = seen[index] ?? sample
      return {
        browser: sample.heardFrame - before.heardFrame,
        ours: ((sample.positionMs - before.positionMs) / 1000) * rate,
      }
    })
    expect(steps.filter((step) => step.browser >= 0 && step.ours < -1)).toEqual([])
    // Within the track: before its first and after its last frame the position stands.
    const inside = seen.filter((sample) => sample.positionMs > 0 && sample.positionMs < (file.frames / rate) * 1000)
    const errors = inside.map((sample) =>
      Math.abs((sample.positionMs / 1000) * rate - (recordedFrame(sound, sample.heardFrame) - lag)),
    )
    expect(inside.length).toBeGreaterThan(10)
    // The browser renews its output timestamp between the two questions now and then: one frame in the middle of the field.
    expect(errors.toSorted((a, b) => a - b)[Math.floor(errors.length / 2)]).toBeLessThanOrEqual(1)
  })

  test('what was skipped or paused over does not count as heard', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.wav44
    await prepare(player, file.path)
    const rendered = await player.listen(20_000)
    await player.seek(2500)
    const more = await player.listen(8000)
    await player.run((session) => session.untilContext('suspended'))
    const heardFrames = ((await player.heardMs()) / 1000) * rate
    // Up to the output's latency may not have come out when the output fell asleep.
    expect(heardFrames).toBeLessThanOrEqual(rendered.left.length + more.left.length + 130)
    expect(heardFrames).toBeGreaterThan(rendered.left.length)
  })
})

describe.concurrent('rate and re-anchoring', () => {
  test('+100 ppm moves 100 frames further in a million', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.mp3Cbr
    await prepare(player, file.path)
    await player.run(({ engine }) => engine.setRatePpm(2000), null)
    await player.play()
    expect((await player.untilOver()).kind).toBe('ended')
    const sound = await player.sound()
    expect(Math.abs(sound.left.length - file.frames / 1.002)).toBeLessThan(3)
  })

  test('a re-anchor by 20 ms is heard at its place and makes no click', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = set.files.mp3Cbr
    const reference = await referenceStereo(file)
    await prepare(player, file.path)
    await player.play()
    await player.renderMore(rate / 2)
    const shift = 882
    await player.run(({ engine }, frames) => {
      const at = performance.now() + 200
      const { positionMs } = engine.position(at)
      engine.reanchor({ positionMs: positionMs + (frames / 44_100) * 1000, atPerformanceMs: at, fadeMs: 20 })
    }, shift)
    expect((await player.untilOver()).kind).toBe('ended')
    const sound = await player.sound()
    const { lag } = compare(sound, part(reference, 0, 12_000))
    const end = reference.left.length
    const late = part(sound, end - 20_000 - shift + lag, sound.left.length)
    expect(Math.abs(findLag(late, part(reference, end - 20_000, end - 2000)))).toBeLessThanOrEqual(2)
    const usual = Math.max(
      steepest(reference.left, 1, reference.left.length),
      steepest(reference.right, 1, reference.right.length),
    )
    expect(steepest(sound.left, 1, sound.left.length)).toBeLessThan(usual * 1.05)
    expect(steepest(sound.right, 1, sound.right.length)).toBeLessThan(usual * 1.05)
  })
})

test('the page has nothing to complain about', () => {
  expect(page.complaints).toEqual([])
})
