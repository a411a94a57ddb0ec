import { z } from 'zod'
import type { Target } from './tour.ts'
import type { UnwatchedApp } from './unwatched.ts'

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

const placeSchema = z.object({ x: z.number(), y: z.number() })
const scrollingSchema = z.object({ frames: z.number(), droppedPercent: z.number() })

/** A function that runs in the page, with its input, as an expression. */
function inPage<Input>(work: (input: Input) => unknown, input: Input): string {
  return `(${String(work)})(${JSON.stringify(input)})`
}

/** Clicks an element, once it is there. */
export async function clickOn(app: UnwatchedApp, target: Target): Promise<void> {
  const { x, y } = placeSchema.parse(await app.evaluate(inPage(centre, target)))
  await app.click(x, y)
}

/** Clicks, and answers how long it took from the click until the page shows its content, painted, in ms. */
export async function openingMs(app: UnwatchedApp, target: Target, shown: Shown): Promise<number> {
  const { x, y } = placeSchema.parse(await app.evaluate(inPage(centre, target)))
  await app.evaluate(inPage(expect, { ...shown, event: 'click' }))
  await app.click(x, y)
  return opened(app, shown)
}

/** Types a letter into what has the focus, and answers how long it took until its results are painted, in ms. */
export async function typingMs(app: UnwatchedApp, letter: string, shown: Shown): Promise<number> {
  await app.evaluate(inPage(expect, { ...shown, event: 'keydown' }))
  await app.press(letter)
  return opened(app, shown)
}

/** Waits until something is on screen. */
export async function untilShown(app: UnwatchedApp, shown: Shown): Promise<void> {
  const patienceMs = 20_000
  await app.evaluate(inPage(appears, { ...shown, patienceMs }))
}

async function opened(app: UnwatchedApp, shown: Shown): Promise<number> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Not shown: ${shown.selector} ${shown.words ?? ''}`)), 20_000).unref()
  })
  return z.number().parse(await Promise.race([app.evaluate('window.benchOpened'), late]))
}

/** Runs in the page. The middle of an element, in CSS px of the window, once there is one. */
async function centre({ selector, words = '' }: Target): Promise<{ readonly x: number; readonly y: number }> {
  const patienceMs = 20_000
  const from = performance.now()
  for (;;) {
    const found = [...document.querySelectorAll(selector)].find((element) => element.textContent.includes(words))
    if (found !== undefined) {
      found.scrollIntoView({ block: 'nearest' })
      // Where it lies is known once the frame that scrolled is drawn.
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { left, top, width, height } = found.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    if (performance.now() - from > patienceMs) throw new Error(`Not there: ${selector} ${words}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Runs in the page. */
async function appears({ selector, words = '', patienceMs }: Shown & { readonly patienceMs: number }): Promise<void> {
  const from = performance.now()
  while (![...document.querySelectorAll(selector)].some((element) => element.textContent.includes(words))) {
    if (performance.now() - from > patienceMs) throw new Error(`Not shown: ${selector} ${words}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
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
export async function scrolled(app: UnwatchedApp, pxPerFrame: number, seconds: number): Promise<Scrolling> {
  return scrollingSchema.parse(await app.evaluate(inPage(scroll, { step: pxPerFrame, lengthMs: seconds * 1000 })))
}

/** Runs in the page. */
async function scroll({ step, lengthMs }: { readonly step: number; readonly lengthMs: number }): Promise<Scrolling> {
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
}
