import type { Locator, Page } from 'playwright-core'

/** What is on screen once a page is open: an element by selector, with words in it where given. */
export interface Shown {
  readonly selector: string
  readonly words?: string
}

declare global {
  interface Window {
    benchOpened?: Promise<number>
  }
}

/** Clicks, and answers how long it took from the click until the page shows its content, painted, in ms. */
export async function openingMs(page: Page, target: Locator, shown: Shown): Promise<number> {
  await target.scrollIntoViewIfNeeded()
  await page.evaluate(expect, { ...shown, event: 'click' })
  await target.click()
  return opened(page, shown)
}

/** Types a letter into what has the focus, and answers how long it took until its results are painted, in ms. */
export async function typingMs(page: Page, letter: string, shown: Shown): Promise<number> {
  await page.evaluate(expect, { ...shown, event: 'keydown' })
  await page.keyboard.press(letter)
  return opened(page, shown)
}

async function opened(page: Page, shown: Shown): Promise<number> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Not shown: ${shown.selector} ${shown.words ?? ''}`)), 20_000).unref()
  })
  const took = await Promise.race([page.evaluate(() => window.benchOpened), late])
  if (took === undefined) throw new Error('The page was loaded anew')
  return took
}

/** Runs in the page. Placeholders count as not there; pictures may still be on their way. */
function expect({ selector, words, event }: Shown & { readonly event: string }): void {
  const waiting = 'main [aria-busy], main div[data-card], main output[aria-label="Loading"]'
  const isThere = (): boolean =>
    [...document.querySelectorAll(selector)].some(
      (element) => words === undefined || element.textContent?.includes(words),
    ) && document.querySelector(waiting) === null
  if (isThere()) throw new Error(`Shown already: ${selector} ${words ?? ''}`)
  window.benchOpened = new Promise((resolve) => {
    const begin = (input: Event): void => {
      const look = (): void => {
        if (!isThere()) return
        watch.disconnect()
        // The frame that shows it is drawn after the first of these and over by the second.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - input.timeStamp)))
      }
      const watch = new MutationObserver(look)
      watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    }
    addEventListener(event, begin, { capture: true, once: true })
  })
}

/** How a list scrolled. */
export interface Scrolling {
  readonly frames: number
  /** Frames that were not drawn in their time, of all that should have been, in percent. */
  readonly droppedPercent: number
}

/** Scrolls the list on screen by so many px a frame, down and up again, and counts frames of a 60 Hz screen. */
export function scrolled(page: Page, pxPerFrame: number, seconds: number): Promise<Scrolling> {
  return page.evaluate(
    async ({ step, lengthMs }) => {
      let scroller = document.querySelector('main table')?.parentElement ?? null
      while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
        scroller = scroller.parentElement
      if (scroller === null) throw new Error('There is no list')
      const view = scroller
      const frameMs = 1000 / 60
      const times: number[] = []
      const from = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      await new Promise<void>((resolve) => {
        const frame = (now: number): void => {
          times.push(now)
          view.scrollTop += now - from < lengthMs / 2 ? step : -step
          if (now - from < lengthMs) requestAnimationFrame(frame)
          else resolve()
        }
        requestAnimationFrame(frame)
      })
      let dropped = 0
      let last = from
      for (const time of times) {
        dropped += Math.max(0, Math.round((time - last) / frameMs) - 1)
        last = time
      }
      return { frames: times.length, droppedPercent: (dropped / (times.length + dropped)) * 100 }
    },
    { step: pxPerFrame, lengthMs: seconds * 1000 },
  )
}
