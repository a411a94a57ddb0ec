import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generated, noLimits, type NodeStandIn, startNodeStandIn } from '../testkit/nodelink/index.ts'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'

/** What a server of the person's finds, in the one search. */

let app: App
let node: NodeStandIn

const sound = generated(30_000)

const box = ({ page }: Melofy) => page.getByRole('searchbox', { name: 'Search your music' })
const answered = ({ page }: Melofy, text: string) =>
  page.locator(`[data-answered="${text}"]`).waitFor({ state: 'attached' })

/** Titles of the rows on the page, in order. */
const titles = async ({ rows }: Melofy): Promise<readonly string[]> =>
  rows.evaluateAll((all) => all.map((row) => row.querySelector('bdi')?.textContent ?? ''))

describe('search with a NodeLink server', () => {
  beforeAll(async () => {
    node = await startNodeStandIn({ sources: ['youtube', 'soundcloud', 'http'], limits: noLimits })
    app = await openApp()
    await call(app, 'nodelink.add', { name: 'Home', address: node.address, password: node.password })
  })
  afterAll(async () => {
    await app.close()
    await node.close()
  })

  it('shows what it finds below what is typed, says where it is from, and only ever for the last text', async () => {
    const window = await melofy(app.page())
    const { page, rows } = window
    node.addTrack({ title: 'Harbour lights', author: 'Late Ferry', sound })
    node.addTrack({ title: 'Harbour bells', author: 'Night Desk', source: 'soundcloud', sound })
    node.addTrack({ title: 'Harbinger', author: 'Somebody', sound })
    await box(window).click()
    // What was asked for the first text is still under way when the second one is typed.
    node.faults.add('/v4/loadtracks', { kind: 'delay', delayMs: 400 }, 2)
    await page.keyboard.type('harbinger')
    await window.until(
      async () => node.requests.filter(({ path }) => path === '/v4/loadtracks').length,
      (count) => count > 0,
    )
    await box(window).fill('harbour')
    await answered(window, 'harbour')
    expect(await titles(window)).toEqual(['Harbour lights', 'Harbour bells'])
    expect(await rows.first().textContent()).toContain('YouTube')
    expect(await rows.last().textContent()).toContain('SoundCloud')
    await page.getByText('Found by NodeLink').waitFor()
    expect(await axeFindings(page)).toEqual([])
    // Letters that were typed on the way cost the server nothing.
    const asked = node.requests.flatMap(({ query }) => query.get('identifier') ?? [])
    expect(new Set(asked.map((identifier) => identifier.replace(/^\w+:/, '')))).toEqual(
      new Set(['harbinger', 'harbour']),
    )
  })

  it('follows no link into the home network, and says why', async () => {
    const window = await melofy(app.page())
    const { page } = window
    const asked = () => node.requests.filter(({ path }) => path === '/v4/loadtracks').length
    const before = asked()
    await box(window).fill('http://192.168.0.1/admin.mp3')
    await page.getByText('192.168.0.1 lies in a home network').waitFor()
    await box(window).fill('file:///etc/hostname')
    await page.getByText('Only links to the web are passed on to NodeLink').waitFor()
    expect(asked()).toBe(before)
  })

  it('opens a pasted link to a playlist of thousands, keeps it as a playlist, and all of it is there after a restart', async () => {
    const window = await melofy(app.page())
    const { page, button, until } = window
    const tracks = Array.from({ length: 1200 }, (_, index) =>
      node.addTrack({ title: `Piece ${index + 1}`, author: 'Late Ferry', sound }),
    )
    node.addList({ uri: 'https://tube.example/list?id=1', name: 'Long night', tracks })
    await box(window).fill('https://tube.example/list?id=1')
    await page.getByRole('heading', { name: 'Long night' }).waitFor()
    await page.getByText('1,200 tracks').first().waitFor()
    await until(
      () => titles(window),
      (shown) => shown[0] === 'Piece 1',
    )
    await window.rows.first().getByRole('button', { name: 'Like Piece 1' }).click()
    await button('Save as playlist').click()
    const inRail = ({ page: of }: Melofy) =>
      of.getByRole('region', { name: 'Playlists' }).getByRole('button', { name: 'Long night' })
    await inRail(window).getByText('1,200 tracks').waitFor()
    const again = await melofy(await app.restart())
    await inRail(again).click()
    await again.until(
      () => titles(again),
      (shown) => shown[0] === 'Piece 1',
    )
    const unlike = again.rows.first().getByRole('button', { name: 'Unlike Piece 1' })
    await unlike.waitFor()
    expect(await unlike.isVisible()).toBe(true)
  })

  it('says quietly that the server is away, finds the library all the same, and is silent without a server', async () => {
    const window = await melofy(app.page())
    const { page } = window
    node.kill()
    await box(window).fill('ferry')
    await page.getByText('Your NodeLink server cannot be reached').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    const [kept] = await call(app, 'nodelink.list', null)
    await call(app, 'nodelink.remove', { id: kept?.id ?? '' })
    await box(window).fill('ferries')
    await answered(window, 'ferries')
    expect(await page.getByText('NodeLink').count()).toBe(0)
    await node.revive()
  })
})
