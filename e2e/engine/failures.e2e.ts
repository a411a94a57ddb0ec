import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BadName, fixtures, type FixtureSet, longFixtures } from '../../testkit/audio/index.ts'
import { compare, part } from './support/compare.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import type { Player } from './support/player.ts'
import { referenceStereo } from './support/references.ts'

let page: EnginePage
let set: FixtureSet
let folder: string

beforeAll(async () => {
  page = await openEnginePage()
  set = await fixtures()
  folder = await mkdtemp(path.join(tmpdir(), 'melofy-faults-'))
})
afterAll(async () => {
  await page.close()
  await rm(folder, { recursive: true, force: true })
})

/** An engine for one test alone. */
async function openPlayer(onTestFinished: (close: () => Promise<void>) => void): Promise<Player> {
  const player = await page.open(44_100)
  onTestFinished(() => player.close())
  return player
}

/** A copy that only this test breaks. */
async function copyOf(file: string, name: string): Promise<string> {
  const copy = path.join(folder, `${name}${path.extname(file)}`)
  await copyFile(file, copy)
  return copy
}

/** Whether a good file plays after whatever went wrong, bit for bit from its first frame. */
async function usable(player: Player): Promise<boolean> {
  const good = set.files.flac44
  await player.stop()
  await player.run((session) => session.untilQuiet())
  await player.load(good.path, { play: false })
  await player.untilDecoded(good.path)
  const sound = await player.listen(12_000)
  const { worst, before } = compare(sound, part(await referenceStereo(good), 0, 10_000))
  return worst === 0 && before === 0
}

describe.concurrent('files that cannot play', () => {
  const cases: readonly (readonly [BadName, string])[] = [
    ['emptyMp3', 'file-empty'],
    ['emptyFlac', 'file-empty'],
    ['emptyWav', 'file-empty'],
    ['randomMp3', 'file-not-audio'],
    ['randomFlac', 'file-not-audio'],
    ['randomM4a', 'file-not-audio'],
    ['randomWav', 'file-not-audio'],
    ['textNamedMp3', 'file-not-audio'],
    ['pictureNamedFlac', 'file-not-audio'],
    ['truncatedM4aNoIndex', 'file-damaged'],
    ['drmsM4a', 'file-protected'],
    ['encaM4a', 'file-protected'],
  ]

  test('each says why, and the engine plays on afterwards', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const told: (readonly [BadName, string])[] = []
    for (const [name] of cases) {
      await player.load(set.bad[name])
      await player.untilState('failed')
      const state = await player.state()
      told.push([name, state.kind === 'failed' ? state.error.code : state.kind])
    }
    expect(told).toEqual(cases)
    expect(await usable(player)).toBe(true)
  })

  test.for([
    ['a failure body', { kind: 'status', status: 404, body: '{"code":"file-unreadable"}' }, 'file-unreadable'],
    ['a 404 without one', { kind: 'status', status: 404, body: 'no' }, 'file-missing'],
  ] as const)('%s is told as it is', async ([name, fault, code], { onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = await copyOf(set.files.flac44.path, name)
    page.media.fail(file, fault)
    await player.load(file)
    await player.untilState('failed')
    expect(await player.state()).toMatchObject({ error: { code } })
    expect(await usable(player)).toBe(true)
  })
})

describe.concurrent('files that end too early', () => {
  test.for(['truncatedFlac', 'truncatedMp3', 'truncatedM4a', 'truncatedWav'] as const)(
    '%s plays as far as it goes, then says so',
    async (name, { onTestFinished }) => {
      const player = await openPlayer(onTestFinished)

      await player.load(set.bad[name])
      expect(await player.untilOver()).toMatchObject({ kind: 'failed', error: { code: 'file-damaged' } })
      // At least half of it was there, and was heard.
      expect((await player.sound()).left.length).toBeGreaterThan(set.files.flac44.frames * 0.5)
      expect(await usable(player)).toBe(true)
    },
  )
})

describe.concurrent('transfers that break', () => {
  test('a connection cut in the middle, again and again, loses and repeats nothing', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = await copyOf(set.files.wav44.path, 'cut')
    // Every answer breaks after 30 kB, then after 200 kB: less than a block, so each block needs its retries.
    page.media.fail(file, { kind: 'cut', afterBytes: 30_000 })
    await player.load(file, { play: false })
    const asked = (): number => page.media.requests.filter((request) => request.startsWith(file)).length
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(1)
    page.media.fail(file, null)
    await player.nextEvent('duration')
    await player.play()
    expect((await player.untilOver()).kind).toBe('ended')
    const { worst, before, after } = compare(await player.sound(), await referenceStereo(set.files.wav44))
    expect({ worst, before, after }).toEqual({ worst: 0, before: 0, after: 0 })
  })

  test('a server that never answers shows as a stall, and another track can be played', async ({ onTestFinished }) => {
    const player = await openPlayer(onTestFinished)

    const file = await copyOf(set.files.wav44.path, 'hang')
    page.media.fail(file, { kind: 'hang' })
    await player.load(file)
    await player.untilState('stalled')
    expect(await usable(player)).toBe(true)
    page.media.fail(file, null)
  })

  test('a file that goes away while it plays is played as far as it is known, then the reason is told', async ({
    onTestFinished,
  }) => {
    const player = await openPlayer(onTestFinished)
    const { mp3 } = await longFixtures()
    const file = await copyOf(mp3.path, 'gone')
    await player.load(file)
    await player.untilState('playing')
    page.media.fail(file, { kind: 'status', status: 404, body: '{"code":"file-missing"}' })
    // Far away from what is held: the next bytes are asked for and are not there.
    await player.seek(9_000_000)
    await player.untilState('failed')
    expect(await player.state()).toMatchObject({ error: { code: 'file-missing' } })
    page.media.fail(file, null)
    await player.seek(8_000_000)
    await player.untilState('playing')
    expect(await usable(player)).toBe(true)
  })
})

describe.concurrent('a next track that cannot play', () => {
  test.for(['emptyMp3', 'randomMp3', 'drmsM4a'] as const)(
    '%s is dropped, the current one goes on',
    async (name, { onTestFinished }) => {
      const player = await openPlayer(onTestFinished)

      const current = set.files.wav44
      await player.load(current.path, { play: false })
      await player.nextEvent('duration')
      await player.next(set.bad[name])
      expect((await player.nextEvent('nextFailed')).key).toBe(set.bad[name])
      await player.play()
      expect(await player.untilOver()).toEqual({ kind: 'ended', key: current.path })
      const { worst, after } = compare(await player.sound(), await referenceStereo(current))
      expect({ worst, after }).toEqual({ worst: 0, after: 0 })
    },
  )

  test('one that breaks after its first seconds is joined, played as far as it goes, and told', async ({
    onTestFinished,
  }) => {
    const player = await openPlayer(onTestFinished)

    const current = set.pairs.wav.first
    await player.load(current.path, { play: false })
    await player.nextEvent('duration')
    await player.next(set.bad.truncatedMp3)
    await player.play()
    expect(await player.untilOver()).toMatchObject({
      kind: 'failed',
      key: set.bad.truncatedMp3,
      error: { code: 'file-damaged' },
    })
    const sound = await player.sound()
    const { worst, lag } = compare(sound, await referenceStereo(current))
    expect(worst).toBe(0)
    const sweep = await referenceStereo(set.files.mp3Cbr)
    expect(compare(sound, part(sweep, 2000, 20_000), { lag: lag + current.frames + 2000 }).errorDb).toBeLessThan(-20)
  })
})

test('the page has nothing to complain about', () => {
  expect(page.complaints).toEqual([])
})
