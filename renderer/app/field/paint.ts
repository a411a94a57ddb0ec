import type { Pose } from './drift.ts'
import { accentOf, lightSize } from '../../ui/light/index.ts'
import type { Light, Palette } from '../../ui/light/index.ts'

/** Room around the picture, in px of the small copy, so that the blur does not fade at its edges. */
const margin = 12

/**
 * Hands the cover's three numbers to the tokens. The first two are what the accent is made of; the third sets how strong the scrim is, so it is the lightness of those
 * parts of the cover against which the theme's text is hardest to read.
 */
export function paintTokens(palette: Palette, theme: 'light' | 'dark'): void {
  const { hue, chroma } = accentOf(palette)
  const { style } = document.documentElement
  style.setProperty('--cover-h', hue.toFixed(1))
  style.setProperty('--cover-c', chroma.toFixed(3))
  style.setProperty('--cover-l', (theme === 'dark' ? palette.glow : palette.shade).toFixed(3))
}

/** Paints the blurred light onto a canvas that the style sheet enlarges to the window. `themeFilter`: see `readThemeFilter`. */
export function paintLight(canvas: HTMLCanvasElement, light: Light, pose: Pose, themeFilter: string): void {
  // Setting the size also clears the canvas.
  canvas.width = lightSize
  canvas.height = lightSize
  const context = canvas.getContext('2d')
  if (!context) return
  context.translate(lightSize / 2, lightSize / 2)
  context.rotate(pose.angle)
  context.scale(pose.scale, pose.scale)
  context.translate(-lightSize / 2, -lightSize / 2)
  context.filter = scaled(themeFilter)
  const size = lightSize + 2 * margin
  if (light.picture) {
    // Drawn larger first: the blur then finds colour, not nothing, beyond the edges that are seen.
    context.drawImage(light.picture, -margin, -margin, size, size)
    return
  }
  const { hue, chroma } = light.palette
  const fill = context.createRadialGradient(lightSize * 0.25, 0, 0, lightSize * 0.25, 0, lightSize * 1.3)
  fill.addColorStop(0, `oklch(0.58 ${chroma} ${hue})`)
  fill.addColorStop(1, `oklch(0.24 ${chroma * 0.6} ${hue + 60})`)
  context.fillStyle = fill
  context.fillRect(-margin, -margin, size, size)
}

/** The theme's filter. Reading it makes the browser bring all styles up to date, so it is read once per theme. */
export function readThemeFilter(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--field-filter').trim()
}

/** The filter with its blur scaled from the window down to the small copy. */
function scaled(filter: string): string {
  const shownWidth = Math.max(1, window.innerWidth * 1.48)
  return filter.replace(/blur\(([\d.]+)px\)/, (_match, px: string) => {
    return `blur(${((Number(px) * lightSize) / shownWidth).toFixed(2)}px)`
  })
}
