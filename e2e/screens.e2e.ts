import { afterEach, describe, expect, it } from 'vitest'
import { noLimits, type NodeStandIn, startNodeStandIn } from '../testkit/nodelink/index.ts'
import { forPeople, openApp, screenshotFolder } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { textContrasts } from './interface/contrast.ts'
import { melofy } from './interface/melofy.ts'
import { musicFolder, showcase } from './interface/music.ts'
import { screens } from './interface/screens/index.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const

/** Sizes that a screen is looked at in a theme: for pictures, all. */
function sizesFor(theme: 'dark' | 'light', isDetail: boolean): readonly (typeof sizes)[number][] {
  if (forPeople) return sizes
  if (theme === 'light' && screenshotFolder === null) return []
  return isDetail ? sizes.slice(1) : sizes
}

let app: App
let node: NodeStandIn

describe('every screen', () => {
  afterEach(async () => {
    await app.close()
    await node.close()
  })

  for (const theme of ['dark', 'light'] as const) {
    it(`is readable and usable, ${theme}, at both sizes`, async () => {
      const behaviour = { hasLoadStream: false, hasTrackStream: false }
      node = await startNodeStandIn({ mode: 'cluster', limits: noLimits, behaviour })
      app = await openApp({ theme, viewport: sizes[0] })
      const { mixtape: music, records } = forPeople ? await showcase() : { mixtape: await musicFolder(), records: null }
      const page = app.page()
      const stage = { ...(await melofy(page)), app, music, records, node }
      const wrong: Record<string, readonly string[]> = {}
      const note = (where: string, found: readonly string[]) => {
        if (found.length > 0) wrong[where] = [...(wrong[where] ?? []), ...found]
      }
      for (const { name, isDetail, open } of screens) {
        await page.setViewportSize(sizes[0])
        await open(stage)
        await settle()
        // Structure and names depend neither on the size nor on the theme, colours not on the size, and places not on the theme.
        if (theme === 'dark') note(name, await axeFindings(page))
        // The pointer's row and the notices over others are there for a moment; what they cover is not read then.
        const faint = (await textContrasts(page)).filter(({ ratio, needed }) => ratio < needed)
        note(
          name,
          faint.map(({ text, ratio }) => `faint: ${text}: ${ratio.toFixed(2)}`),
        )
        for (const size of sizesFor(theme, isDetail === true)) {
          await page.setViewportSize(size)
          await settle()
          await app.screenshot(`${name}-${theme}-${size.width}`)
          note(`${name} at ${size.width}`, await page.evaluate(overflowing))
        }
      }
      expect(wrong).toEqual({})
    }, 240_000)
  }
})

/** Pictures are there, notices are gone, and nothing is under the pointer. */
async function settle(): Promise<void> {
  const page = app.page()
  for (const notice of await page.getByRole('button', { name: 'Dismiss' }).all()) await notice.click()
  await page.getByRole('button', { name: 'Dismiss' }).first().waitFor({ state: 'detached' })
  await page.mouse.move(0, 0)
  // A cover that has no room in its row is never fetched.
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || !image.checkVisibility()))
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
}

/** Runs in the page: what sticks out of the window sideways. */
function overflowing(): string[] {
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    return width > 0 && element.checkVisibility() && (left < -1 || right > window.innerWidth + 1)
  })
  // A cut name is longer than the element that cuts it, and the field is larger than the window by design.
  return wide
    .filter((element) => !element.closest('[aria-hidden="true"]') && getComputedStyle(element).display !== 'inline')
    .map((element) => element.outerHTML.slice(0, 120))
}
