/** Values that change over time. */

/** Points of [position, value], positions rising. */
export type Curve = readonly (readonly [number, number])[]

/** Straight lines between the points, flat outside them. */
export function valueAt(curve: Curve, position: number): number {
  let before: readonly [number, number] | undefined
  for (const point of curve) {
    if (position < point[0]) {
      if (before === undefined) return point[1]
      const along = (position - before[0]) / (point[0] - before[0])
      return before[1] + (point[1] - before[1]) * along
    }
    before = point
  }
  return before === undefined ? 0 : before[1]
}

/** Half a cosine from 0 at `position` ≤ 0 to 1 at `position` ≥ 1: a fade without corners. */
export function ease(position: number): number {
  if (position <= 0) return 0
  if (position >= 1) return 1
  return 0.5 - 0.5 * Math.cos(Math.PI * position)
}

/** Gain of a sustained note: eased attack, full level, eased release after `hold` seconds. */
export function swell(seconds: number, attack: number, hold: number, release: number): number {
  return ease(seconds / attack) * ease((hold + release - seconds) / release)
}
