import * as fc from 'fast-check'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitPlace, smallestWindow } from './bounds.ts'
import type { WindowPlace } from './bounds.ts'
import { readPlace, writePlace } from './placeFile.ts'

const primary = { x: 0, y: 24, width: 1920, height: 1056 }
const left = { x: -2560, y: 0, width: 2560, height: 1440 }
const place = (change: Partial<WindowPlace>): WindowPlace => ({
  x: 100,
  y: 100,
  width: 1000,
  height: 700,
  maximized: false,
  ...change,
})

describe('fitPlace', () => {
  it('opens the first time in the middle of the primary screen', () => {
    expect(fitPlace(null, [primary])).toEqual({ x: 320, y: 152, width: 1280, height: 800, maximized: false })
  })

  it('leaves a window where it was, also on another screen', () => {
    expect(fitPlace(place({}), [primary])).toEqual(place({}))
    expect(fitPlace(place({ x: -2000 }), [primary, left])).toEqual(place({ x: -2000 }))
  })

  it('brings it back when its screen is gone, and keeps its size', () => {
    expect(fitPlace(place({ x: -2000 }), [primary])).toEqual(place({ x: 460, y: 202 }))
  })

  it('is seen whole on some screen, whatever was remembered', () => {
    const coordinate = fc.integer({ min: -10_000, max: 10_000 })
    const side = fc.integer({ min: 1, max: 20_000 })
    const remembered = fc.record({ x: coordinate, y: coordinate, width: side, height: side, maximized: fc.boolean() })
    fc.assert(
      fc.property(fc.option(remembered), fc.boolean(), (was, hasTwo) => {
        const areas = hasTwo ? ([primary, left] as const) : ([primary] as const)
        const now = fitPlace(was, areas)
        expect(now.width).toBeGreaterThanOrEqual(smallestWindow.width)
        expect(now.maximized).toBe(was?.maximized ?? false)
        expect(
          areas.some(
            (area) =>
              now.x >= area.x &&
              now.y >= area.y &&
              now.x + now.width <= area.x + area.width &&
              now.y + now.height <= area.y + area.height,
          ),
        ).toBe(true)
      }),
    )
  })
})

describe('the remembered place', () => {
  it('comes back, and anything else is as good as none', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'melofy-place-'))
    const file = path.join(folder, 'deeper', 'window.json')
    expect(readPlace(file)).toBeNull()
    expect(writePlace(file, place({ maximized: true }))).toBe(true)
    expect(readPlace(file)).toEqual(place({ maximized: true }))
    writeFileSync(file, '{"x":1')
    expect(readPlace(file)).toBeNull()
    writeFileSync(file, '{"x":"1","y":0,"width":1,"height":1,"maximized":false}')
    expect(readPlace(file)).toBeNull()
    expect(writePlace(path.join(file, 'below-a-file', 'x'), place({}))).toBe(false)
  })
})
