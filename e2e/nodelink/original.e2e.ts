import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Stereo } from '../engine/support/compare.ts'
import { referenceStereo } from '../engine/support/references.ts'
import { call } from '../harness/index.ts'
import { compareAcrossWaits, type Heard } from '../listening/index.ts'
import { makeForms } from './support/forms.ts'
import { serveSegments } from './support/segments.ts'
import {
  behind,
  type CountedTrack,
  framesOf,
  openRoom,
  openStage,
  type Room,
  type Stage,
  whole,
} from './support/stage.ts'
import { watchBar } from './support/witness.ts'

/** The original sound, fetched where a node in single mode says it lies: what is heard of it, to the frame. */

let folder: string
let room: Room
let stage: Stage

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'melofy-original-'))
  room = await openRoom()
  // Also where the line turned out slow before.
  await call(room.app, 'settings.update', { 'streaming.quality': 'original' })
  stage = await openStage(room, { mode: 'single' })
})
afterAll(async () => {
  await stage.close()
  await room.close()
  await rm(folder, { recursive: true, force: true })
})

const realTimeBytesPerSecond = 192_000

describe('the original sound', () => {
  it('plays from every container, one right behind the other', async () => {
    const forms = await makeForms(folder, ['wav', 'flac', 'mp3Cbr', 'm4a', 'ogg', 'opus', 'webmOpus'])
    // What follows it is ready by the time it is over, however slow the machine is.
    const lead = stage.counted('Piece', 1000)
    for (const { path: sound } of forms)
      stage.node.addTrack({ title: `Piece ${path.basename(sound)}`, sound, lengthMs: 1200 })
    await stage.search('piece')
    await stage.play(lead.title)
    const heard = await stage.untilOver()
    expect(framesOf(heard, lead)).toEqual(whole(lead))
    const errorsDb = errorsBehind(heard, lead, await Promise.all(forms.map((form) => referenceStereo(form))))
    // Decoders of lossy forms differ in the last bits.
    expect(errorsDb.filter((errorDb) => errorDb > -60)).toEqual([])
    expect(errorsDb.slice(0, 2).filter((errorDb) => errorDb > -200)).toEqual([])
  })

  it('plays from segments: encrypted, and packed behind stamps', async () => {
    const [piece] = await makeForms(folder, ['wav'])
    if (piece === undefined) throw new Error('unreachable')
    const server = await serveSegments(folder, piece)
    try {
      const lead = stage.counted('Segments', 1000)
      const forms = [server.encrypted, server.packed]
      for (const [index, { url }] of forms.entries())
        stage.node.addTrack({
          title: `Segments ${index}`,
          sound: piece.path,
          lengthMs: 1200,
          stream: { url, protocol: 'hls', format: 'aac_hls' },
        })
      const witness = await watchBar(stage.window)
      await stage.search('segments')
      await stage.play(lead.title)
      await witness.openPopover()
      const heard = await stage.untilOver()
      const seen = (await witness.sights()).at(-1)
      await witness.closePopover()
      const errorsDb = errorsBehind(heard, lead, await Promise.all(forms.map(({ whole }) => referenceStereo(whole))))
      expect(errorsDb.filter((errorDb) => errorDb > -60)).toEqual([])
      expect(seen).toMatchObject({
        title: 'Segments 1',
        format: ['AAC', expect.stringMatching(/^\d+ kbit\/s$/)],
        facts: { 'Comes from': ['The original from youtube, in segments'], 'NodeLink server': ['Attic'] },
      })
      // None of it was decoded by the node.
      expect(stage.asked('/v4/loadstream')).toBe(0)
    } finally {
      await server.close()
    }
  })

  it('is heard whole when it comes late, breaks again and again, is refused at first, or knows no ranges', async () => {
    const tracks = ['late', 'breaking', 'refused', 'rangeless', 'slow'].map((what) =>
      stage.counted(`Trouble ${what}`, 800),
    )
    const [late, breaking, refused, rangeless, slow] = tracks.map(({ track }) => stage.node.originOf(track).serving)
    if (late === undefined || breaking === undefined || refused === undefined) throw new Error('unreachable')
    if (rangeless === undefined || slow === undefined) throw new Error('unreachable')
    late.fault = { kind: 'delay', delayMs: 400 }
    breaking.fault = { kind: 'cut', afterBytes: 100_000 }
    refused.fault = { kind: 'status', status: 503 }
    rangeless.hasRanges = false
    slow.fault = { kind: 'throttle', bytesPerSecond: 1.2 * realTimeBytesPerSecond }
    const { requests } = stage.node.origin
    const before = requests.length
    await stage.search('trouble')
    await stage.play('Trouble late')
    await stage.window.until(
      async () => requests.slice(before).some(({ status }) => status === 503),
      (isRefused) => isRefused,
    )
    refused.fault = null
    const heard = await stage.untilOver()
    for (const track of tracks)
      expect({ [track.title]: framesOf(heard, track) }).toEqual({ [track.title]: whole(track) })
  })

  it('is asked for anew when its address is no longer good, and goes on where it was', async () => {
    const track = stage.counted('Signed', 3000)
    const file = stage.node.originOf(track.track)
    // The first stretch takes a while, so that the address ends before the second is asked for.
    file.serving.fault = { kind: 'throttle', bytesPerSecond: 2 * realTimeBytesPerSecond }
    const { requests } = stage.node.origin
    const before = [requests.length, stage.asked('/v4/trackstream')] as const
    await stage.search('signed')
    // Watched beside the click, which takes its time on a busy machine: the address ends while the first stretch is on its way.
    const ended = vi.waitFor(
      () => {
        expect(requests.length).toBeGreaterThan(before[0])
        file.expire(403)
      },
      { timeout: 30_000, interval: 5 },
    )
    await stage.play(track.title)
    await ended
    const heard = await stage.untilOver()
    expect(framesOf(heard, track)).toEqual(whole(track))
    expect(stage.asked('/v4/trackstream') - before[1]).toBe(2)
  })

  it('is not asked for again where it was heard: pause, back, and the whole track once more', async () => {
    const track = stage.counted('Again', 2000)
    await stage.search('again')
    await stage.play(track.title)
    const { bar, heardSeconds, until } = stage.window
    await until(heardSeconds, (seconds) => seconds >= 0.3)
    const asked = [stage.node.requests.length, stage.node.origin.requests.length]
    await bar.getByRole('button', { name: 'Pause', exact: true }).click()
    await bar.getByRole('button', { name: 'Play', exact: true }).click()
    await bar.getByRole('button', { name: 'Previous', exact: true }).click()
    await stage.untilOver()
    await stage.ear.forget()
    await bar.getByRole('button', { name: 'Play', exact: true }).click()
    expect(framesOf(await stage.untilOver(), track)).toEqual(whole(track))
    expect([stage.node.requests.length, stage.node.origin.requests.length]).toEqual(asked)
    // Decoded sound was never needed.
    expect(stage.asked('/v4/loadstream')).toBe(0)
  })
})

/** How far what was heard behind a track is from what should follow it, one after the other, in dB. */
function errorsBehind(heard: Heard, lead: CountedTrack, references: readonly Stereo[]): readonly number[] {
  const { left, right } = behind(heard, lead)
  let from = 0
  const errorsDb = references.map((reference) => {
    // A busy machine may have to wait for the next one: the silence of that is passed over.
    const sounds = left.findIndex((sample, frame) => frame >= from && (sample !== 0 || right[frame] !== 0))
    const lag = sounds === from ? from : sounds - reference.left.findIndex((sample) => sample !== 0)
    const { errorDb, endsAt } = compareAcrossWaits({ left, right }, reference, lag)
    from = endsAt
    return errorDb
  })
  // What was heard ends with its last sample that is not silent.
  const last = references.at(-1)?.left ?? new Float32Array()
  const silentAtEnd = last.length - 1 - last.findLastIndex((sample) => sample !== 0)
  expect(left.length).toBeGreaterThan(from - silentAtEnd - 100)
  return errorsDb
}
