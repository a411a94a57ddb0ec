import type { Page } from 'playwright-core'

/** A piece of text and its contrast with what is really painted behind it. */
export interface TextContrast {
  readonly text: string
  /** WCAG contrast with the least favourable 3 % of the pixels behind it. */
  readonly ratio: number
  /** What AA asks for at this size. */
  readonly needed: number
}

/**
 * Contrast measured on pixels: every visible text's colour against a picture of the page without its text. This is what a
 * person sees, through any number of translucent layers over any cover; axe cannot work that out.
 */
export async function textContrasts(page: Page): Promise<readonly TextContrast[]> {
  const texts = await page.evaluate(readTexts)
  await page.evaluate(hideTexts)
  const picture = await page.screenshot()
  await page.evaluate(showTexts)
  return page.evaluate(measure, { texts, picture: picture.toString('base64') })
}

interface SeenText {
  readonly text: string
  readonly colour: readonly number[]
  readonly large: boolean
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Runs in the page: every piece of text in sight, with the colour it is painted in as sRGB bytes. */
function readTexts(): SeenText[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas')
  const bytesOf = (colour: string) => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data]
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen: SeenText[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '' || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue
    // What cannot be used is exempt (WCAG 1.4.3), and what is there for screen readers alone is not seen.
    if (element.closest(':disabled, [aria-disabled="true"], output')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const whole = range.getBoundingClientRect()
    let { left, top: upper, right, bottom } = whole
    // Cut by whatever cuts it: a cell, a scrolled page, the single pixel in which words for screen readers stand.
    for (let cutter: Element | null = element; cutter; cutter = cutter.parentElement) {
      if (getComputedStyle(cutter).overflowX === 'visible' && cutter !== document.body) continue
      const frame = cutter.getBoundingClientRect()
      left = Math.max(left, frame.left)
      upper = Math.max(upper, frame.top)
      right = Math.min(right, frame.right)
      bottom = Math.min(bottom, frame.bottom)
    }
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize)
    // Letters fill the middle of their line; what lies above and below it is not behind them.
    const leading = Math.max(0, (whole.height - size) / 2)
    const x = Math.ceil(left)
    const y = Math.ceil(whole.top + leading)
    const width = Math.floor(right) - x
    const height = Math.floor(whole.bottom - leading) - y
    // A line that is partly scrolled away is not read there.
    if (width < 2 || height < 2 || y < upper || y + height > bottom) continue
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    if (!top || !(top === element || top.contains(element) || element.contains(top))) continue
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    seen.push({ text: text.slice(0, 60), colour: bytesOf(style.color), large, box: { x, y, width, height } })
  }
  return seen
}

/** Runs in the page. A sheet made by script is no inline style, so the page's policy allows it. */
function hideTexts(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { color: transparent !important; transition: none !important; animation: none !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

function showTexts(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
}

/** Runs in the page: it can decode a PNG, and Node cannot. */
async function measure(input: { texts: readonly SeenText[]; picture: string }): Promise<TextContrast[]> {
  const bytes = Uint8Array.from(atob(input.picture), (char) => char.codePointAt(0) ?? 0)
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas')
  context.drawImage(bitmap, 0, 0)
  const linear = (byte: number) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = (red: number, green: number, blue: number) =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  return input.texts.map(({ text, colour, large, box }) => {
    const { data } = context.getImageData(box.x, box.y, box.width, box.height)
    const [red = 0, green = 0, blue = 0, alpha = 255] = colour
    const mix = (front: number, back: number) => back + ((front - back) * alpha) / 255
    const ratios: number[] = []
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
      const behind = luminance(r, g, b)
      const front = luminance(mix(red, r), mix(green, g), mix(blue, b))
      ratios.push((Math.max(behind, front) + 0.05) / (Math.min(behind, front) + 0.05))
    }
    ratios.sort((one, other) => one - other)
    return { text, ratio: ratios[Math.floor(ratios.length * 0.03)] ?? 21, needed: large ? 3 : 4.5 }
  })
}
