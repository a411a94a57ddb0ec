import { afterAll, beforeAll, expect, it } from 'vitest'
import { generated, type NodeStandIn, startNodeStandIn } from '../../testkit/nodelink/index.ts'
import { call, openApp } from '../harness/index.ts'
import type { App } from '../harness/index.ts'
import { melofy } from '../interface/melofy.ts'

/** Search, import and playback want the same node at once, with its limits as delivered. */

let app: App
let node: NodeStandIn

const sound = generated(30_000)
const songs = 40
/** Words that are typed one after the other, a hundred letters together; the node has something for each. */
const words = [
  'harbourage',
  'lanternist',
  'meadowlark',
  'nightbirds',
  'overlander',
  'quicksands',
  'riverbanks',
  'silverware',
  'thunderous',
  'underwater',
]

beforeAll(async () => {
  node = await startNodeStandIn({ sources: ['youtube'] })
  for (const word of words) node.addTrack({ title: word, author: 'Late Ferry', sound })
  for (let song = 0; song < songs; song += 1)
    node.addTrack({ title: `Carried over ${song}`, author: 'Night Desk', sound })
  app = await openApp()
  await call(app, 'nodelink.add', { name: 'Home', address: node.address, password: node.password })
})
afterAll(async () => {
  await app.close()
  await node.close()
})

it('a hundred letters typed, an import and a click: never a stale result, never more than 24 requests in ten seconds, the click first', async () => {
  const window = await melofy(app.page())
  const { page, rows, until } = window
  const file = [
    'Title,Artist,Duration (ms)',
    ...Array.from({ length: songs }, (_, song) => `Carried over ${song},Night Desk,30000`),
  ]
  await call(app, 'imports.start', {
    kind: 'file',
    fileName: 'Carried.csv',
    text: file.join('\n'),
    likedName: 'Liked',
    lists: null,
  })
  const box = page.getByRole('searchbox', { name: 'Search your music' })
  await box.click()
  // Every set of results that comes up, with the text it is for and what the box held then.
  await page.evaluate(() => {
    const seen: { readonly results: string; readonly typed: string }[] = []
    const note = (): void => {
      const results = document.querySelector<HTMLElement>('[data-results-of]')?.dataset['resultsOf']
      const typed = document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? ''
      if (results !== undefined && seen.at(-1)?.results !== results) seen.push({ results, typed })
    }
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(globalThis, { seenResults: seen })
  })
  for (const word of words) {
    await box.fill('')
    await page.keyboard.type(word, { delay: 40 })
  }
  await page.locator(`[data-results-of="${words.at(-1)}"]`).waitFor()
  await until(
    () => rows.evaluateAll((all) => all.map((row) => row.querySelector('bdi')?.textContent ?? '')),
    (titles) => titles.length === 1 && titles[0] === words.at(-1),
  )
  const seen: unknown = await page.evaluate('globalThis.seenResults')
  const order = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)))
  const places = (Array.isArray(seen) ? seen : []).map(({ results }) => order.indexOf(String(results)))
  // What came up was always for a later text than what was there before.
  expect(places.filter((place) => place >= 0)).toEqual(places.filter((place) => place >= 0).toSorted((a, b) => a - b))

  const beforeClick = node.requests.length
  await rows.first().dblclick()
  await until(window.heardSeconds, (seconds) => seconds >= 1)
  const [first] = node.requests.slice(beforeClick)
  expect(first?.path).toMatch(/trackstream|loadstream/u)

  await until(
    () => call(app, 'imports.list', null),
    ([job]) => (job?.counts.matched ?? 0) >= 20,
  )
  const { counters } = node
  expect(counters.busiest()).toBeLessThanOrEqual(24)
  expect(counters.judged('delayed')).toBe(0)
  expect(counters.judged('blocked')).toBe(0)
  expect(node.requests.some(({ status }) => status === 403)).toBe(false)
}, 90_000)
