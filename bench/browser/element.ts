import type { Page } from 'playwright-core'

/** One wait of an `<audio>` element, in ms. */
export interface ElementWait {
  /** Until its `playing` (or `seeked`) event. */
  readonly eventMs: number
  /**
   * Until its clock moves on from the start, traced back from the first value past it. Chromium's `currentTime` counts what
   * was handed to the output, as near as its resolution goes: after a seek it is sooner than this device's own latency.
   */
  readonly soundMs: number
}

declare global {
  interface Window {
    benchElement?: HTMLAudioElement
    benchWait?: Promise<ElementWait>
  }
}

/** Plays a URL in a fresh `<audio>` element on a real click, and waits until it is heard. It goes on playing. */
export async function playElement(page: Page, url: string): Promise<ElementWait> {
  await page.evaluate((address) => {
    const button = document.createElement('button')
    button.style.cssText = 'position:fixed;left:0;top:0;width:40px;height:40px;z-index:99999;opacity:0'
    button.id = 'bench-button'
    document.body.append(button)
    window.benchWait = new Promise((resolve, reject) => {
      button.addEventListener('click', (event) => {
        const element = new Audio()
        window.benchElement = element
        let playingMs: number | null = null
        element.addEventListener('playing', () => (playingMs ??= performance.now()), { once: true })
        element.addEventListener('error', () => reject(new Error(element.error?.message ?? 'no sound')))
        element.src = address
        void element.play()
        const look = setInterval(() => {
          const at = element.currentTime
          if (at === 0 || playingMs === null) return
          clearInterval(look)
          resolve({
            eventMs: playingMs - event.timeStamp,
            soundMs: performance.now() - at * 1000 - event.timeStamp,
          })
        }, 1)
      })
    })
  }, url)
  await page.mouse.click(20, 20)
  const wait = await page.evaluate(() => window.benchWait)
  await page.evaluate(() => document.querySelector('#bench-button')?.remove())
  if (wait === undefined) throw new Error('unreachable')
  return wait
}

/** Moves the playing element to a place, in seconds, and waits until that is heard. */
export function seekElement(page: Page, toSeconds: number): Promise<ElementWait> {
  return page.evaluate(async (target) => {
    const element = window.benchElement
    if (element === undefined) throw new Error('No element plays')
    const from = performance.now()
    let seekedMs: number | null = null
    element.addEventListener('seeked', () => (seekedMs = performance.now()), { once: true })
    element.currentTime = target
    return new Promise<ElementWait>((resolve) => {
      const look = setInterval(() => {
        const past = element.currentTime - target
        if (seekedMs === null || past <= 0) return
        clearInterval(look)
        resolve({ eventMs: seekedMs - from, soundMs: performance.now() - past * 1000 - from })
      }, 1)
    })
  }, toSeconds)
}

/** Where the element stands, in seconds. */
export function elementTime(page: Page): Promise<number> {
  return page.evaluate(() => window.benchElement?.currentTime ?? 0)
}

/** Silences the element and lets go of its file. */
export function dropElement(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.benchElement?.pause()
    window.benchElement?.removeAttribute('src')
    window.benchElement?.load()
    delete window.benchElement
  })
}
