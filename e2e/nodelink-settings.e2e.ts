import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noLimits, type NodeStandIn, startNodeStandIn } from '../testkit/nodelink/index.ts'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'

/** Servers in the settings: from none to two in an order, and what is said when something is wrong. */

let app: App
let node: NodeStandIn
let window: Melofy

beforeAll(async () => {
  const behaviour = { hasLoadStream: false, hasTrackStream: false }
  node = await startNodeStandIn({ mode: 'cluster', limits: noLimits, behaviour })
  app = await openApp()
  await openSettings()
})
/** None is left to the next test. */
afterEach(async () => {
  await window.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  for (const { id } of await call(app, 'nodelink.list', null)) await call(app, 'nodelink.remove', { id })
  await servers().waitFor({ state: 'detached' })
})
afterAll(async () => {
  await app.close()
  await node.close()
})

async function openSettings(): Promise<void> {
  window = await melofy(app.page())
  await window.button('Settings').click()
  await window.button('NodeLink').click()
}

const dialog = () => app.page().getByRole('dialog')
const field = (name: string) => dialog().getByLabel(name, { exact: true })

async function add(name: string, server: NodeStandIn): Promise<void> {
  await window.button('Add a server').click()
  await field('Address').fill(server.address)
  await field('Password').fill(server.password)
  await field('Name').fill(name)
  await dialog().getByRole('button', { name: 'Add' }).click()
  await dialog().waitFor({ state: 'detached' })
}

const servers = () => app.page().getByRole('list', { name: 'Servers' })
const names = () => servers().locator(':scope > li > div > div > bdi:first-child').evaluateAll(firstWords)

describe('servers in the settings', () => {
  it('are explained, tested while they are typed, and kept over a restart', async () => {
    const { page, button } = window
    await page.getByText(/NodeLink is a free server/).waitFor()
    await button('Add a server').click()
    await field('Address').fill('ftp://nas')
    await field('Password').fill('wrong')
    await dialog().getByRole('button', { name: 'Test' }).click()
    await dialog().getByRole('alert').getByText('This is no address of a server').waitFor()
    await field('Address').fill(node.address.replace('http://', ''))
    await dialog().getByRole('button', { name: 'Test' }).click()
    await dialog().getByRole('alert').getByText('does not know this password').waitFor()
    await field('Password').fill(node.password)
    await dialog().getByRole('button', { name: 'Test' }).click()
    await dialog().getByText('It answers, and knows the password').waitFor()
    await dialog().getByText('enableLoadStreamEndpoint: true').waitFor()
    await field('Password').press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await servers()
      .getByText(/cluster mode/)
      .waitFor()
    await servers().getByText('cluster: { enabled: false }').waitFor()

    await app.restart()
    await openSettings()
    await servers()
      .getByText(/cluster mode/)
      .waitFor()
    expect(await app.page().content()).not.toContain(node.password)
  }, 120_000)

  it('are put in order, changed and taken out with the keyboard alone', async () => {
    const other = await startNodeStandIn({ limits: noLimits })
    try {
      await add('One', node)
      await add('Two', other)
      const { page, button, until } = window
      await button('Ask Two earlier').focus()
      await page.keyboard.press('Enter')
      await until(names, (now) => now.join() === 'Two,One')
      await page.getByText('Two is number 1 of 2 now').waitFor()
      // It cannot go further up: the keyboard is at the way back.
      await until(
        () => page.evaluate(focused),
        (now) => now === 'Ask Two later',
      )

      await button(/^Sources: .*, Two$/).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('switch', { name: 'youtube' }).focus()
      await page.keyboard.press('Space')
      await page.getByText(/^Sources: 6 of 7 on$/).waitFor()
      await button('All off').click()
      await page.getByText(/^Sources: 0 of 7 on$/).waitFor()

      await button('Remove Two').focus()
      await page.keyboard.press('Enter')
      await dialog().getByRole('heading', { name: 'Remove Two?' }).waitFor()
      // What would be lost is not what Enter does.
      await page.keyboard.press('Enter')
      await dialog().waitFor({ state: 'detached' })
      expect(await names()).toEqual(['Two', 'One'])
      await button('Remove Two').press('Enter')
      await dialog().getByRole('heading', { name: 'Remove Two?' }).waitFor()
      // The keyboard is in it a moment after it is there.
      await until(
        () => dialog().evaluate((box) => box.contains(document.activeElement)),
        (isIn) => isIn,
      )
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await until(names, (now) => now.join() === 'One')
    } finally {
      await other.close()
    }
  }, 120_000)

  it('tell when they are gone, and are found again by Test', async () => {
    await add('Home', node)
    await servers()
      .getByText(/cluster mode/)
      .waitFor()
    node.kill()
    await window.button('Test Home').click()
    await servers().getByText('Your NodeLink server cannot be reached').waitFor()
    await node.revive()
    await window.button('Test Home').click()
    await servers()
      .getByText(/cluster mode/)
      .waitFor()

    await window.button('Change Home').click()
    await field('Address').fill('http://127.0.0.1:9')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByRole('alert').getByText('password has to be entered again').waitFor()
    expect(await dialog().getByRole('alert').textContent()).toContain('only ever sent to the address')
  }, 120_000)
})

function focused(): string {
  return document.activeElement?.getAttribute('aria-label') ?? ''
}

function firstWords(found: readonly Element[]): readonly string[] {
  return found.map(({ textContent }) => textContent)
}
