/** Where on a line a pointer is, from 0 to 1. */
export function fractionAt(clientX: number, line: { readonly left: number; readonly width: number }): number {
  if (line.width <= 0) return 0
  return Math.min(1, Math.max(0, (clientX - line.left) / line.width))
}

/**
 * How far Page Up and Page Down go, in ms: half a minute, on a short track a tenth of it, so that two presses never pass
 * all of a track.
 */
export function largeStepMs(durationMs: number | null): number {
  return Math.min(30_000, (durationMs ?? Infinity) / 10)
}

/** Half a pixel of movement is the least that can be seen. */
const visiblePx = 0.5

/**
 * In how many ms the seek bar could look different: when its end has moved by half a pixel, or the clock shows another
 * second, whichever is first.
 */
export function nextChangeMs(positionMs: number, durationMs: number, widthPx: number): number {
  const untilSecond = 1000 - (Math.max(0, positionMs) % 1000)
  if (durationMs <= 0 || widthPx <= 0) return untilSecond
  return Math.min(untilSecond, (durationMs / widthPx) * visiblePx)
}
