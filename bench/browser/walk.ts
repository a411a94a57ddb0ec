import type { Shown } from './opening.ts'
import { library, lists, tour, type Target } from './tour.ts'
import { openUnwatched, until, type UnwatchedApp } from './unwatched.ts'

/** A person looks at a page for so long before going on, in ms: what it fetches has come by then. */
const lookMs = 400

/** The box over everything. */
const box: Target = { selector: '[role="searchbox"]' }

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** The first element of a selector with words in it, as an expression. */
function element({ selector, words = '' }: Target | Shown): string {
  const all = `[...document.querySelectorAll(${JSON.stringify(selector)})]`
  return `${all}.find((each) => each.textContent.includes(${JSON.stringify(words)}))`
}

/**
 * Memory of the page's process, in MB, after the same way through the app that the other figures are taken on: every page in
 * each round, in a page loaded anew, then the long lists scrolled at both paces.
 */
export async function memoryAfterPages(options: {
  readonly dataFolder: string
  readonly rounds: number
  readonly playlistId: string
}): Promise<number> {
  const { rounds, playlistId } = options
  const app = await openUnwatched(options.dataFolder)
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await app.evaluate('void location.reload()')
      await shown(app, { selector: 'main h2', words: 'New in your library' })
      await pause(lookMs)
      for (const stop of tour(round, playlistId)) await open(app, stop.target, stop.shown)
      await type(app, 'bcdeghi'[round] ?? 's')
    }
    await app.evaluate(`${element(box)}.blur()`)
    await app.evaluate(`${element(library)}.click()`)
    for (const list of lists(playlistId)) {
      await open(app, list.target, list.shown)
      for (const px of [12, 120]) await app.evaluate(`(${String(scrollBy)})(${px}, 5000)`)
    }
    return await app.memoryMb()
  } finally {
    await app.close()
  }
}

async function open(app: UnwatchedApp, target: Target, content: Shown): Promise<void> {
  await shown(app, target)
  await app.evaluate(`${element(target)}.click()`)
  await shown(app, content)
  await pause(lookMs)
}

function shown(app: UnwatchedApp, content: Target | Shown): Promise<void> {
  const isThere = `(() => ${element(content)} !== undefined)()`
  // While the page is loaded anew it answers nothing.
  return until(`Not shown: ${content.selector}`, () =>
    app.evaluate(isThere).then(
      (is) => is === true,
      () => false,
    ),
  )
}

async function type(app: UnwatchedApp, letter: string): Promise<void> {
  await app.evaluate(`${element(box)}.focus()`)
  await app.evaluate(`void document.execCommand('insertText', false, ${JSON.stringify(letter)})`)
  await shown(app, { selector: `main [data-results-of="${letter}"]` })
  await pause(lookMs)
}

/** Runs in the page: scrolls the list on screen by so many px a frame, down and up again. */
function scrollBy(px: number, lengthMs: number): Promise<void> {
  let scroller = document.querySelector('main table')?.parentElement ?? null
  while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement
  if (scroller === null) throw new Error('There is no list')
  const view = scroller
  const from = performance.now()
  return new Promise((resolve) => {
    const frame = (): void => {
      const passedMs = performance.now() - from
      view.scrollTop += passedMs < lengthMs / 2 ? px : -px
      if (passedMs < lengthMs) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
}
