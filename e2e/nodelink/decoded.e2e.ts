import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { generated, noLimits, stockLimits, wholePcm } from '../../testkit/nodelink/index.ts'
import type { Stereo } from '../engine/support/compare.ts'
import { makeForms } from './support/forms.ts'
import { behind, framesOf, openRoom, openStage, type Room, type Stage, whole } from './support/stage.ts'

/** Sound that a node decodes, in both of its modes: what is heard, to the frame, and what is said. */

const pcmBytesPerSecond = 192_000

describe.each(['single', 'cluster'] as const)('sound that a node in %s mode decodes', (mode) => {
  let room: Room
  let stage: Stage
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'melofy-decoded-'))
    room = await openRoom()
    stage = await openStage(room, { mode, behaviour: { hasTrackStream: false } })
  })
  afterEach(() => stage.node.faults.clear())
  afterAll(async () => {
    await stage.close()
    await room.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('comes out bit for bit, from every container', async () => {
    const forms = await makeForms(folder, mode === 'single' ? ['mp3Cbr', 'webmOpus'] : ['flac', 'm4a'])
    for (const [index, form] of forms.entries()) {
      const word = ['alder', 'birch'][index] ?? ''
      const sound = { kind: 'file', path: form.path } as const
      // What follows it is ready by the time it is over, however slow the machine is.
      const lead = stage.counted(`Before ${word}`, 3000)
      stage.node.addTrack({ title: `Then ${word}`, sound })
      await stage.search(word)
      await stage.play(lead.title)
      const heard = await stage.untilOver()
      expect(framesOf(heard, lead)).toEqual(whole(lead))
      expect(difference(sounding(behind(heard, lead)), sounding(stereoOfPcm(await wholePcm(sound))))).toBe('none')
    }
  })

  it('is heard whole when it comes late, breaks in the middle, or is closed without an answer at first', async () => {
    const tracks = ['one', 'two', 'three'].map((name) => stage.counted(`Trouble ${name}`, 900))
    stage.node.faults.add('/v4/loadstream', { kind: 'delay', delayMs: 400 }, 1)
    stage.node.faults.add('/v4/loadstream', { kind: 'cut', afterBytes: 150_000 }, 1)
    stage.node.faults.add('/v4/loadstream', { kind: 'reset' }, 1)
    await stage.search('trouble')
    await stage.play('Trouble one')
    const heard = await stage.untilOver()
    for (const track of tracks)
      expect({ [track.title]: framesOf(heard, track) }).toEqual({ [track.title]: whole(track) })
  })

  it('a node that is gone in the middle and comes back: what is here plays on, the rest follows', async () => {
    const track = stage.counted('Outage', 3500)
    stage.node.faults.add('/v4/loadstream', { kind: 'throttle', bytesPerSecond: 2 * pcmBytesPerSecond }, 1)
    await stage.search('outage')
    await stage.play(track.title)
    const { heardSeconds, until } = stage.window
    await until(heardSeconds, (seconds) => seconds >= 0.3)
    stage.node.kill()
    const before = await heardSeconds()
    await until(heardSeconds, (seconds) => seconds > before)
    await stage.node.revive()
    expect(framesOf(await stage.untilOver(), track)).toEqual(whole(track))
  })

  it('what a node cannot play is passed over and told: refused, empty', async () => {
    stage.counted('Passed refused', 700, { container: 'ogg' })
    stage.node.addTrack({ title: 'Passed empty', sound: generated(0) })
    const good = stage.counted('Passed by', 700)
    await stage.search('passed')
    await stage.play('Passed refused')
    await stage.window.toast('Skipped Passed empty').waitFor()
    expect(framesOf(await stage.untilOver(), good)).toEqual(whole(good))
  })

  it('three failures in a row end it with words, and nothing of the queue is lost', async () => {
    for (const name of ['one', 'two', 'three', 'four']) stage.counted(`Hopeless ${name}`, 1000, { container: 'ogg' })
    await stage.search('hopeless')
    const asked = stage.asked('/v4/loadstream')
    await stage.play('Hopeless one')
    await stage.window.toast('Your NodeLink server cannot play this track').last().waitFor()
    await stage.window.until(
      () => stage.window.title.textContent(),
      (title) => title === 'Hopeless one',
    )
    await stage.window.until(
      () => stage.queueTitles(),
      (titles) => titles.length === 4,
    )
    expect(stage.asked('/v4/loadstream') - asked).toBeLessThanOrEqual(4)
  })

  it('fifty quick skips leave a node with its limits as delivered alive, and nobody locked out', async () => {
    for (let index = 0; index < 10; index++) stage.counted(`Skipped ${index}`, 60_000, { container: 'm4a' })
    await stage.search('skipped')
    stage.node.behaviour.limits = stockLimits
    await stage.play('Skipped 0')
    await stage.ear.untilSound()
    const { bar, button, heardSeconds, until } = stage.window
    await button('Repeat: off').click()
    await bar.getByRole('button', { name: 'Next', exact: true }).evaluate((next) => {
      for (let skip = 0; skip < 50; skip++) if (next instanceof HTMLElement) next.click()
    })
    await stage.ear.forget()
    await stage.ear.untilSound()
    await until(heardSeconds, (seconds) => seconds > 0.2)
    expect(stage.node.isAlive).toBe(true)
    // In none of the tests before either.
    expect(stage.node.deaths).toBe(0)
    expect(stage.node.requests.filter(({ status }) => status === 403)).toEqual([])
    expect(stage.node.counters.busiest()).toBeLessThan(50)
    stage.node.behaviour.limits = noLimits
  })
})

/** Interleaved 16-bit stereo as the output renders it. */
function stereoOfPcm(pcm: Buffer): Stereo {
  const channel = (number: number): Float32Array =>
    Float32Array.from({ length: pcm.length / 4 }, (_, frame) => pcm.readInt16LE(frame * 4 + number * 2) / 32_768)
  return { left: channel(0), right: channel(1) }
}

/** Frames that are not silent: between two tracks a busy machine may have to wait for the second. */
function sounding({ left, right }: Stereo): Stereo {
  const isHeard = (_: number, frame: number): boolean => left[frame] !== 0 || right[frame] !== 0
  return { left: left.filter(isHeard), right: right.filter(isHeard) }
}

function difference(one: Stereo, other: Stereo): string {
  if (one.left.length !== other.left.length) return `${one.left.length} frames instead of ${other.left.length}`
  const frame = one.left.findIndex((sample, at) => sample !== other.left[at] || one.right[at] !== other.right[at])
  return frame < 0 ? 'none' : `frame ${frame}`
}
