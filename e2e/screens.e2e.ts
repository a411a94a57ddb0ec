import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { textContrasts } from './interface/contrast.ts'
import { melofy } from './interface/melofy.ts'
import { musicFolder } from './interface/music.ts'
import { screens } from './interface/screens.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const

let app: App

describe('every screen', () => {
  afterEach(() => app.close())

  for (const theme of ['dark', 'light'] as const) {
    it(`is readable and usable, ${theme}, at both sizes`, async () => {
      app = await openApp({ theme, viewport: sizes[0], reducedMotion: true })
      const music = await musicFolder()
      const page = app.page()
      const window = await melofy(page)
      for (const { name, open } of screens) {
        await page.setViewportSize(sizes[0])
        await open(window, music, app)
        await settle()
        // Structure and names do not depend on the size.
        expect({ [name]: await axeFindings(page) }).toEqual({ [name]: [] })
        for (const size of sizes) {
          await page.setViewportSize(size)
          await settle()
          await app.screenshot(`${name}-${theme}-${size.width}`)
          const found = {
            // The pointer's row and the notices over others are there for a moment; what they cover is not read then.
            faint: (await textContrasts(page))
              .filter(({ ratio, needed }) => ratio < needed)
              .map(({ text, ratio }) => `${text}: ${ratio.toFixed(2)}`),
            cut: await page.evaluate(overflowing),
          }
          expect({ [`${name} at ${size.width}`]: found }).toEqual({
            [`${name} at ${size.width}`]: { faint: [], cut: [] },
          })
        }
      }
    }, 240_000)
  }
})

/** Pictures are there, notices are gone, and nothing is under the pointer. */
async function settle(): Promise<void> {
  const page = app.page()
  for (const notice of await page.getByRole('button', { name: 'Dismiss' }).all()) await notice.click()
  await page.getByRole('button', { name: 'Dismiss' }).first().waitFor({ state: 'detached' })
  await page.mouse.move(0, 0)
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
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
