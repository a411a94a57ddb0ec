/** The tokens' `--field-drift`: the way there; the way back takes as long again. */
const oneWayMs = 96_000

/** How the picture lies in the field. */
export interface Pose {
  /** Radians. */
  readonly angle: number
  readonly scale: number
}

const degree = Math.PI / 180

/** The pose after drifting for `ms`: it turns and grows a little, and comes back the same way. */
export function driftPose(ms: number): Pose {
  const round = (ms / oneWayMs) % 2
  const way = round <= 1 ? round : 2 - round
  return { angle: (-5 + 11 * way) * degree, scale: 1.02 + 0.1 * way }
}
