import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpeg } from '../../testkit/audio/ffmpeg.ts'
import { type MediaOrigin, startMediaOrigin } from '../../testkit/nodelink/index.ts'
import { call } from '../harness/index.ts'
import { makeForms } from './support/forms.ts'
import { connect, openRoom, type Room } from './support/stage.ts'
import { startWatch, type Watch } from './support/watch.ts'

/**
 * The app beside a real NodeLink server on this computer, with its limits as delivered and its `http` source on:
 *
 *   MELOFY_NODE_URL=http://127.0.0.1:2333 MELOFY_NODE_PASSWORD=… npm run e2e -- e2e/nodelink/real.e2e.ts
 *
 * Skipped without these two. MELOFY_NODE_PAUSE_MINUTES (10) is how long the long pause takes.
 */
const { MELOFY_NODE_URL: url, MELOFY_NODE_PASSWORD: password, MELOFY_NODE_PAUSE_MINUTES: minutes = '10' } = process.env
const isThere = url !== undefined && password !== undefined
const pauseMs = Number(minutes) * 60_000

describe.skipIf(!isThere)('a real NodeLink server (MELOFY_NODE_URL, MELOFY_NODE_PASSWORD)', () => {
  let folder: string
  let origin: MediaOrigin
  let watch: Watch
  let room: Room

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'melofy-real-'))
    origin = await startMediaOrigin()
    watch = await startWatch(url ?? '')
    room = await openRoom()
    await connect(room, { address: watch.address, password: password ?? '' })
  })
  afterAll(async () => {
    await room.close()
    await watch.close()
    await origin.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Searches for the address of a file and answers its row's title. */
  async function find(sound: Parameters<MediaOrigin['publish']>[0]): Promise<void> {
    await room.search(origin.publish(sound).sign())
  }

  it('is found out', async () => {
    const [node] = await call(room.app, 'nodelink.list', null)
    const test = await call(room.app, 'nodelink.test', { kind: 'kept', id: node?.id ?? '' })
    tell(JSON.stringify(test.report))
    expect(test.report.pcm).toBe('yes')
  })

  it('plays every form that it can serve to its end', { timeout: 300_000 }, async () => {
    const forms = await makeForms(folder, ['wav', 'flac', 'mp3Cbr', 'm4a', 'ogg', 'opus', 'webmOpus'])
    const [node] = await call(room.app, 'nodelink.list', null)
    const isDirect = node?.state.kind === 'ready' && node.state.report.direct === 'yes'
    // What a node fetches itself, it can decode of these alone.
    const decodable = /\.(flac|mp3|m4a|webm)$/
    for (const form of forms) {
      // A pointer that rests on the row asks for it already.
      const refusals = watch.count(500)
      await find({ kind: 'file', path: form.path })
      await room.ear.forget()
      await room.window.rows.first().locator('[data-action=play]').click()
      if (!isDirect && !decodable.test(form.path)) {
        await room.window.until(
          async () => watch.count(500),
          (count) => count > refusals,
        )
        tell(`${path.basename(form.path)}: refused`)
        continue
      }
      const { left, right } = await room.untilOver()
      const sounding = left.filter((sample, frame) => sample !== 0 || right[frame] !== 0).length
      tell(`${path.basename(form.path)}: ${sounding} frames of ${form.frames}`)
      // Bytes that the app fetches itself are decoded here. What the node decodes differs from that by its own doing: it sends
      // about 240 silent frames first and as many fewer at the end (its loudness normaliser, we believe), and leaves padding in.
      const sent = watch.decoded.at(-1)
      if (!isDirect) tell(`  of which the node sent ${sent?.sounding} that sound, ${sent?.frames} in all`)
      expect(sounding).toBe(isDirect ? form.frames : sent?.sounding)
    }
  })

  it(
    'seeks, survives fifty quick skips and a long pause, and locks nobody out',
    { timeout: pauseMs + 300_000 },
    async () => {
      const long = path.join(folder, 'long.mp3')
      await ffmpeg(['-f', 'lavfi', '-i', 'sine=frequency=330:duration=120', '-ac', '2', '-ar', '48000', long])
      const { page, bar, button, heardSeconds, until, rows } = room.window
      for (let index = 0; index < 6; index++) {
        await find({ kind: 'file', path: long })
        await rows.first().click({ button: 'right' })
        await page.getByRole('menuitem', { name: index === 0 ? 'Play next' : 'Add to queue' }).click()
      }
      const next = bar.getByRole('button', { name: 'Next', exact: true })
      await next.click()
      await bar.getByRole('button', { name: 'Play', exact: true }).click()
      await until(heardSeconds, (seconds) => seconds > 0.2)
      await button('Repeat: off').click()
      await next.evaluate((button) => {
        for (let skip = 0; skip < 50; skip++) if (button instanceof HTMLElement) button.click()
      })
      await room.ear.forget()
      const sincePressed = Date.now()
      await until(heardSeconds, (seconds) => seconds > 0.2)
      tell(`sound ${Date.now() - sincePressed} ms after the fiftieth`)
      const line = await bar.getByRole('slider', { name: 'Position' }).boundingBox()
      if (line === null) throw new Error('There is no seek bar')
      await page.mouse.click(line.x + line.width * 0.5, line.y + line.height / 2)
      await until(heardSeconds, (seconds) => seconds > 0.2)
      tell(`after fifty skips: ${watch.summary()}`)
      await bar.getByRole('button', { name: 'Pause', exact: true }).click()
      const at = await heardSeconds()
      await after(pauseMs)
      await bar.getByRole('button', { name: 'Play', exact: true }).click()
      await until(heardSeconds, (seconds) => seconds !== at)
      tell(`after a pause of ${minutes} min: ${watch.summary()}`)
      const answer = await fetch(`${url}/version`, { headers: { authorization: password ?? '' } })
      expect(answer.status).toBe(200)
      expect(watch.count(403)).toBe(0)
    },
  )
})

/** What was seen, for whoever runs this by hand. */
function tell(text: string): void {
  process.stdout.write(`  ${text}\n`)
}
