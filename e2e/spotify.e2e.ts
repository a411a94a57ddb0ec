import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generated, noLimits, startNodeStandIn } from '../testkit/nodelink/index.ts'
import { type SpotifyStandIn, startSpotifyStandIn, tooMany } from '../testkit/spotify/index.ts'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { textContrasts } from './interface/contrast.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'

/** The person's account at Spotify, from nothing to signed in, and what is said while Spotify does not answer. */

let app: App
let spotify: SpotifyStandIn

async function openSettings(): Promise<Melofy> {
  const window = await melofy(app.page())
  await window.button('Settings').click()
  await window.button('Spotify').click()
  return window
}

/** The page as it is, in both themes: no text is faint, nothing is nameless. */
async function looked(name: string): Promise<void> {
  const page = app.page()
  expect(await axeFindings(page)).toEqual([])
  for (const theme of ['dark', 'light'] as const) {
    await call(app, 'settings.update', { theme })
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
    expect((await textContrasts(page)).filter(({ ratio, needed }) => ratio < needed)).toEqual([])
    await app.screenshot(`${name}-${theme}`)
  }
}

/** Signs in as a person does whom the stand-in sees at its page. */
async function signIn(): Promise<void> {
  await call(app, 'spotify.setUp', { clientId: spotify.clientId })
  const signedIn = call(app, 'spotify.signIn', null)
  await expect
    .poll(async () => {
      const state = await call(app, 'spotify.state', null)
      return state.kind === 'signing-in' && state.page !== null
    })
    .toBe(true)
  const state = await call(app, 'spotify.state', null)
  if (state.kind === 'signing-in') await spotify.browse(state.page ?? '')
  expect(await signedIn).toMatchObject({ kind: 'signed-in', userName: 'Ann' })
}

describe('Spotify in the settings', () => {
  beforeAll(async () => {
    spotify = await startSpotifyStandIn()
    app = await openApp({ env: { MELOFY_SPOTIFY_ADDRESS: spotify.address } })
  })
  afterAll(async () => {
    await app.close()
    await spotify.close()
  })

  it('is set up from Home, tested, signed in to in the browser, and stays so over a restart', async () => {
    let window = await openSettings()
    const { page, button } = window
    const id = page.getByRole('textbox', { name: 'Client ID' })
    await page.getByText('http://127.0.0.1/callback').waitFor()
    await looked('spotify-not-set-up')
    await id.fill('my client id')
    await button('Save').click()
    await page.getByRole('alert').getByText('This is no client ID of Spotify’s').waitFor()

    await id.fill('f'.repeat(32))
    await id.press('Enter')
    await page.getByText('Not signed in', { exact: true }).waitFor()
    await button('Test').click()
    await page.getByRole('alert').getByText('Spotify does not know this client ID').waitFor()
    await id.fill(spotify.clientId)
    await button('Save').click()
    spotify.behaviour.redirects = ['http://localhost/callback']
    await button('Test').click()
    await page.getByRole('alert').getByText('Spotify does not accept where it should send you back to').waitFor()
    await looked('spotify-wrong-redirect')
    spotify.behaviour.redirects = ['http://127.0.0.1/callback']
    await button('Test').click()
    await page.getByText('Spotify knows this client ID and its redirect').waitFor()

    await button('Sign in').click()
    // In a browser the page opens Spotify's beside itself; elsewhere the stand-in is the browser.
    if (app.kind === 'electron') {
      const state = await window.until(
        () => call(app, 'spotify.state', null),
        (now) => now.kind === 'signing-in' && now.page !== null,
      )
      if (state.kind === 'signing-in') await spotify.browse(state.page ?? '')
    }
    await page.getByText('Signed in as Ann').waitFor()
    await button('Test').click()
    await page.getByText('Spotify answers, and knows you as Ann').waitFor()
    await looked('spotify-signed-in')
    await app.restart()
    window = await openSettings()
    await window.page.getByText('Signed in as Ann').waitFor()
    expect(spotify.breaches).toEqual([])
  })
})

describe('Spotify in Search', () => {
  beforeAll(async () => {
    spotify = await startSpotifyStandIn()
    app = await openApp({ env: { MELOFY_SPOTIFY_ADDRESS: spotify.address } })
  })
  afterAll(async () => {
    await app.close()
    await spotify.close()
  })

  it('tells what it knows, finds the sound elsewhere, and leaves the app as it was while it is away, blocked or signed out', async () => {
    const artists = [{ name: 'Late Ferry' }]
    spotify.addTrack('Harbour lights', { artists, duration_ms: 30_000 })
    spotify.addTrack('Harbour bells', { artists, duration_ms: 214_000 })
    await signIn()
    const window = await melofy(app.page())
    const { page, button, title, until } = window
    const searched = async (text: string) => {
      await page.getByRole('searchbox', { name: 'Search your music' }).fill(text)
      await page.locator(`[data-answered="${text}"]`).waitFor({ state: 'attached' })
    }
    const known = page.getByRole('region', { name: 'Known to Spotify' })
    await searched('harbour')
    await known.getByRole('button', { name: /^Harbour bells/ }).click()
    await known
      .getByText('Your library does not have this recording. A NodeLink server could look for it further.')
      .waitFor()
    await looked('spotify-search')

    const node = await startNodeStandIn({ sources: ['youtube'], limits: noLimits })
    node.addTrack({ title: 'Harbour lights', author: 'Late Ferry', sound: generated(30_000) })
    await call(app, 'nodelink.add', { name: 'Home', address: node.address, password: node.password })
    await known.getByRole('button', { name: /^Harbour lights/ }).click()
    await until(
      () => title.textContent(),
      (now) => now === 'Harbour lights',
    )
    expect(spotify.count('/v1/search')).toBe(1)

    spotify.kill()
    await searched('lights')
    await page.getByText('Spotify cannot be reached').waitFor()
    await window.rows.filter({ hasText: 'Harbour lights' }).waitFor()
    await spotify.revive()
    spotify.faults.add('/v1/search', tooMany('79892'), 1)
    await searched('ferry')
    await page.getByText(/^Spotify answers Melofy again from/).waitFor()
    await window.rows.filter({ hasText: 'Harbour lights' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    // What it told before is still shown.
    await searched('harbour')
    await known.getByRole('button', { name: /^Harbour bells/ }).waitFor()
    await looked('spotify-search-blocked')
    await openSettings()
    await page.getByText(/^Spotify answers Melofy again from/).waitFor()
    await button('Test').click()
    await page
      .getByRole('alert')
      .getByText(/^Spotify answers Melofy again from/)
      .waitFor()
    await looked('spotify-blocked')

    await button('Sign out').click()
    await page.getByText('Not signed in', { exact: true }).waitFor()
    await searched('lights')
    expect(await page.getByText('Spotify', { exact: false }).count()).toBe(0)
    await window.rows.filter({ hasText: 'Harbour lights' }).waitFor()
    expect(spotify.breaches).toEqual([])
    await node.close()
  })
})
