import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { accentOf, paletteOf } from './palette.ts'

type Colour = readonly [number, number, number]

function picture(...areas: readonly (readonly [Colour, number])[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(
    areas.flatMap(([colour, count]) => Array.from({ length: count }, () => [...colour, 255]).flat()),
  )
}

describe('paletteOf', () => {
  it('finds the OKLCH values of a plain colour', () => {
    // CSS Color 4: red is oklch(0.628 0.2577 29.23), blue oklch(0.452 0.3132 264.05).
    const red = paletteOf(picture([[255, 0, 0], 16]))
    expect(red.hue).toBeCloseTo(29.23, 1)
    expect(red.chroma).toBeCloseTo(0.2577, 3)
    expect(red.glow).toBeCloseTo(0.628, 3)
    expect(paletteOf(picture([[0, 0, 255], 16])).hue).toBeCloseTo(264.05, 1)
  })

  it('takes the vivid colour, not the largest area', () => {
    const orange = paletteOf(picture([[255, 140, 60], 1])).hue
    const sunset = paletteOf(picture([[52, 58, 66], 700], [[255, 140, 60], 200], [[20, 22, 24], 124]))
    expect(Math.abs(sunset.hue - orange)).toBeLessThan(6)
  })

  it('does not halve a colour that lies on the border between two bins', () => {
    const border = paletteOf(picture([[255, 0, 0], 300], [[255, 30, 0], 300], [[0, 90, 255], 380]))
    expect(border.hue).toBeGreaterThan(25)
    expect(border.hue).toBeLessThan(40)
  })

  it('gives hardly any colour to black and white', () => {
    const grey = paletteOf(picture([[10, 10, 10], 500], [[240, 240, 240], 500]))
    expect(grey.chroma).toBeLessThan(0.02)
    expect(grey.shade).toBeLessThan(0.2)
    expect(grey.glow).toBeGreaterThan(0.9)
  })

  it('survives a picture without pixels', () => {
    expect(paletteOf(new Uint8ClampedArray(0))).toMatchObject({ shade: 0.5, glow: 0.5 })
    expect(paletteOf(new Uint8ClampedArray([9, 9, 9, 0])).glow).toBe(0.5)
  })
})

describe('accentOf', () => {
  it('takes the colour of the cover', () => {
    const { hue, chroma } = paletteOf(picture([[255, 140, 60], 16]))
    expect(accentOf({ hue, chroma, shade: 0.5, glow: 0.5 })).toEqual({ hue, chroma })
  })

  it('falls back to the colour of the tokens when the cover has none, so that nothing looks switched off', async () => {
    const tokens = await readFile(new URL('../tokens.css', import.meta.url), 'utf8')
    const token = (name: string) => Number(new RegExp(`${name}: ([\\d.]+);`).exec(tokens)?.[1])
    const own = { hue: token('--cover-h'), chroma: token('--cover-c') }
    expect(accentOf(paletteOf(picture([[10, 10, 10], 500], [[240, 240, 240], 500])))).toEqual(own)
    expect(accentOf(paletteOf(picture([[128, 127, 126], 16])))).toEqual(own)
  })

  it('keeps the hue of a faint cover and makes it strong enough to be seen', () => {
    const faint = paletteOf(picture([[118, 124, 142], 16]))
    expect(faint.chroma).toBeLessThan(0.04)
    const accent = accentOf(faint)
    expect(accent.hue).toBe(faint.hue)
    expect(accent.chroma).toBeGreaterThanOrEqual(0.07)
  })
})
