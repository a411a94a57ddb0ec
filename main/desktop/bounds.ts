import { z } from 'zod'

/** Where a window stands, in device-independent pixels. */
export const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})

export type WindowPlace = Readonly<z.infer<typeof placeSchema>>

/** A part of the desktop, without the space that bars and docks take. */
export interface WorkArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Smallest window that the interface is made for. */
export const smallestWindow = { width: 720, height: 520 } as const

const firstWindow = { width: 1280, height: 800 } as const

/**
 * Where to open the window: where it was, moved and shrunk until all of it can be seen. Null in, or on screens that are
 * gone, it opens centred on the first area (the primary one), which must exist.
 */
export function fitPlace(remembered: WindowPlace | null, areas: readonly [WorkArea, ...WorkArea[]]): WindowPlace {
  const home = remembered === null ? undefined : areas.find((area) => overlap(remembered, area) > 0)
  if (remembered === null || home === undefined) {
    const size = shrink(remembered ?? firstWindow, areas[0])
    return { ...centre(size, areas[0]), ...size, maximized: remembered?.maximized ?? false }
  }
  const area = areas.reduce(
    (best, other) => (overlap(remembered, other) > overlap(remembered, best) ? other : best),
    home,
  )
  const size = shrink(remembered, area)
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - size.width),
    y: clamp(remembered.y, area.y, area.y + area.height - size.height),
    ...size,
    maximized: remembered.maximized,
  }
}

type Size = Pick<WorkArea, 'width' | 'height'>

function shrink(size: Size, area: WorkArea): Size {
  return {
    width: Math.min(Math.max(size.width, smallestWindow.width), area.width),
    height: Math.min(Math.max(size.height, smallestWindow.height), area.height),
  }
}

function centre(size: Size, area: WorkArea): Pick<WorkArea, 'x' | 'y'> {
  return {
    x: area.x + Math.round((area.width - size.width) / 2),
    y: area.y + Math.round((area.height - size.height) / 2),
  }
}

function overlap(a: WorkArea, b: WorkArea): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
