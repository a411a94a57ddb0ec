import type { Page } from 'playwright-core'

/**
 * What does not fit on the page as it is shown now, one line each: what is wider than the window or than what it scrolls in,
 * words of the interface that are cut, and controls that cannot be brought into sight or lie under something else.
 */
export async function misplaced(page: Page): Promise<readonly string[]> {
  return page.evaluate(findMisplaced)
}

/** Runs in the page. */
function findMisplaced(): string[] {
  const found = new Set<string>()
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('[inert], [aria-hidden="true"]')
  const called = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} “${words.trim().slice(0, 50)}”`
  }

  // Sideways: nothing is to be scrolled that way.
  for (const element of document.querySelectorAll('html, body, body *')) {
    if (!isSeen(element) || element.scrollWidth <= element.clientWidth + 1) continue
    if (['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      found.add(`scrolls sideways by ${element.scrollWidth - element.clientWidth}: ${called(element)}`)
  }
  if (document.documentElement.scrollWidth > window.innerWidth) found.add('the page scrolls sideways')

  // Words: names of music may end in dots, words of the interface may not.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim() ?? ''
    if (!element || text === '' || element.closest('bdi, output, [dir="auto"]') || !isSeen(element)) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const words = range.getBoundingClientRect()
    if (words.width < 2) continue
    for (let frame: Element | null = element; frame && frame !== document.body; frame = frame.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(frame)
      const box = frame.getBoundingClientRect()
      // What stands there for screen readers alone is a single pixel.
      if (box.width <= 1 || box.height <= 1) break
      const sideways = Math.max(words.right - box.right, box.left - words.left)
      const updown = Math.max(words.bottom - box.bottom, box.top - words.top)
      const cuts = overflowX !== 'visible' && sideways > 1
      const bursts = frame.matches('button, a, label, kbd') && display !== 'inline' && (sideways > 1 || updown > 2)
      if (cuts || bursts)
        found.add(
          `${cuts ? 'cut' : 'bursts its control'} by ${Math.round(Math.max(sideways, updown))}: “${text.slice(0, 60)}”`,
        )
      if (['auto', 'scroll'].includes(overflowY)) break
      if (overflowY !== 'visible' && updown > 2) found.add(`cut in height: “${text.slice(0, 60)}”`)
    }
  }

  // Controls: each can be brought into sight, and nothing lies over its middle.
  // The link to the content stands outside until it has the focus.
  const all = 'button, a[href]:not([href^="#"]), input, select, [role="slider"], [role="option"]'
  for (const control of document.querySelectorAll(all)) {
    if (!isSeen(control) || control.matches(':disabled, [aria-disabled="true"]')) continue
    control.scrollIntoView({ block: 'center', inline: 'nearest' })
    const box = control.getBoundingClientRect()
    // A native control that a drawn one stands for.
    if (box.width <= 1 || box.height <= 1) continue
    const x = box.left + box.width / 2
    const y = box.top + box.height / 2
    if (x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) {
      found.add(`out of reach: ${called(control)}`)
      continue
    }
    const hit = document.elementFromPoint(x, y)
    const own = control.closest('label, [data-slider]') ?? control
    if (hit && !own.contains(hit) && !hit.contains(control)) found.add(`under ${called(hit)}: ${called(control)}`)
  }
  for (const element of document.querySelectorAll('*')) if (element.scrollTop !== 0) element.scrollTop = 0
  return [...found]
}
