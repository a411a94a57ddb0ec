import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../testkit/nodelink/index.ts'
import { framesOf, openRoom, openStage, type Room, type Stage, whole } from './support/stage.ts'
import { watchBar, type Witness } from './support/witness.ts'

/** What goes wrong while music plays: what is heard of it, what is read about it, and what is left of the queue. */

let room: Room
let stage: Stage
let witness: Witness

beforeAll(async () => {
  // Whoever is silent here is silent on purpose: nobody needs to wait eight seconds to know.
  room = await openRoom({ MELOFY_LONGEST_SILENCE_MS: '1500' })
  witness = await watchBar(room.window)
})
afterEach(async () => {
  await witness.closePopover()
  await stage.close()
})
afterAll(() => room.close())

const refusal = (status: number, headers: Readonly<Record<string, string>> = {}): Fault => ({
  kind: 'status',
  status,
  headers,
})
const silence: Fault = { kind: 'hang' }
const forHours = { 'retry-after': '7200' }

const unknownPassword = 'Your NodeLink server does not know this password'
const switchedOff = 'Your NodeLink server does not hand out sound this way'
const unplayable = 'Your NodeLink server cannot play this track'
const noAnswer = 'Your NodeLink server did not answer in time'

describe('a node that hands out no sound any more', () => {
  it.each<readonly [what: string, fault: Fault, words: string]>([
    ['401', refusal(401), unknownPassword],
    ['403', refusal(403), 'Your NodeLink server lets nothing in for about 5 min'],
    ['404', refusal(404), switchedOff],
    ['429 for hours', refusal(429, forHours), 'Your NodeLink server lets nothing in for about 60 min'],
    ['500', refusal(500), unplayable],
    ['silence', silence, noAnswer],
  ])('%s: what is here plays on, then it stops with words, and the queue is whole', async (what, fault, words) => {
    stage = await openStage(room, { mode: 'cluster' })
    const here = stage.counted('Here', 700)
    const lost = ['one', 'two', 'three'].map((name) => stage.counted(`${what} ${name}`, 700))
    for (const { track } of lost) stage.node.faults.addFor(track, '/v4/loadstream', fault)
    const titles = lost.map(({ title }) => title)
    await stage.open()
    await stage.play(here.title)
    // It stands where the failures began, and everything from there on is there.
    await witness.until((sights) => sights.some(({ title }) => title === titles[2]) && sights.at(-1)?.words === words)
    expect(framesOf(await stage.ear.untilQuiet(), here)).toEqual(whole(here))
    await witness.openPopover()
    const [seen] = (await witness.sights()).slice(-1)
    expect(seen).toMatchObject({ title: titles[0], words, format: [], facts: { 'Comes from': ['No way was found'] } })
    expect(seen?.facts['Passed over']).toContain(`Decoded by the server (Attic): ${words}`)
    await stage.window.until(
      () => stage.queueTitles(),
      (now) => now.join() === titles.join(),
    )
  })

  it('429 for a second is waited for, and nothing is lost', async () => {
    stage = await openStage(room, { mode: 'cluster' })
    const tracks = ['one', 'two'].map((name) => stage.counted(`Patient ${name}`, 700))
    await stage.open()
    stage.node.faults.add('/v4/loadstream', refusal(429, { 'retry-after': '1' }), 1)
    await stage.play('Patient one')
    const heard = await stage.untilOver()
    for (const track of tracks)
      expect({ [track.title]: framesOf(heard, track) }).toEqual({ [track.title]: whole(track) })
  })
})

describe('an original that cannot be had', () => {
  const atNode: readonly (readonly [title: string, fault: Fault, words: string])[] = [
    ['Node 401', refusal(401), unknownPassword],
    ['Node 404', refusal(404), switchedOff],
    ['Node 500', refusal(500), unplayable],
    ['Node silent', silence, noAnswer],
    [
      'Node garbled',
      { kind: 'body', body: '{"url":', contentType: 'application/json' },
      "The server's answer could not be read",
    ],
  ]
  const atOrigin: typeof atNode = [
    ['Origin 401', refusal(401), unplayable],
    ['Origin 403', refusal(403), unplayable],
    ['Origin 404', refusal(404), unplayable],
    ['Origin 429', refusal(429, forHours), unplayable],
    ['Origin 500', refusal(500), unplayable],
    ['Origin silent', silence, 'Reading the track was interrupted'],
  ]
  const all = [...atNode, ...atOrigin]
  /** Each has a source of its own: what fails twice in one is not tried a third time. */
  const sourceOf = (title: string): string => title.toLowerCase().replace(' ', '-')

  it('is decoded by the node instead, whole, and the popover says why', async () => {
    stage = await openStage(room, { mode: 'single', sources: ['youtube', ...all.map(([title]) => sourceOf(title))] })
    const { node } = stage
    const lead = stage.counted('Lead', 4000)
    // News of how the sound comes are half a second apart: long enough that they are read.
    const tracks = all.map(([title]) => stage.counted(title, 800, { source: sourceOf(title) }))
    for (const [index, { track }] of tracks.entries()) {
      const [, fault = null] = all[index] ?? []
      if (fault === null) continue
      if (index < atNode.length) node.faults.addFor(track, '/v4/trackstream', fault)
      else node.originOf(track).serving.fault = fault
    }
    await stage.open()
    await stage.play(lead.title)
    await witness.openPopover()
    // How it comes is told within half a second, all of it read or not.
    await witness.until((sights) => sights.some(({ title, facts }) => title === lead.title && 'Kept here' in facts))
    const heard = await stage.untilOver()
    for (const track of [lead, ...tracks])
      expect({ [track.title]: framesOf(heard, track) }).toEqual({ [track.title]: whole(track) })
    const sights = await witness.sights()
    // What follows is asked for while it plays: by then the server may have been told to be away already.
    expect(sights).toContainEqual({
      title: 'Lead',
      words: expect.stringMatching(/^Late Ferry$|playing what is here/),
      format: ['WAV', '48 kHz', 'lossless'],
      facts: expect.objectContaining({
        'Comes from': ['The original from youtube'],
        'Kept here': ['768 kB of 768 kB'],
      }),
    })
    for (const [title, , words] of all) {
      expect(sights).toContainEqual({
        title,
        words: 'Late Ferry',
        format: ['PCM', '48 kHz', '1536 kbit/s'],
        facts: expect.objectContaining({
          'Comes from': [`${sourceOf(title)}, decoded by Attic`],
          'NodeLink server': ['Attic'],
          'Kept here': ['154 kB of 154 kB'],
          'Passed over': [`Original (Attic): ${words}`],
        }),
      })
    }
  })
})
