/** Faster than this, in px a second, nobody sees what scrolls by. A wheel that is turned at leisure stays below it. */
const flyingPxPerSecond = 1500
/** A list that was no faster for so long is seen again, in ms: one late frame does not make it slow. */
const restMs = 120

/** How fast lists scroll, from where they are at which time. */
export interface Flight {
  /** A list is scrolled to `top` px at this moment. */
  moved(list: object, top: number, nowMs: number): void
  /** True while a list flies past. */
  isFlying(nowMs: number): boolean
}

/** Nothing scrolls yet. */
export function createFlight(): Flight {
  const last = new WeakMap<object, { readonly top: number; readonly atMs: number }>()
  let flownAtMs = Number.NEGATIVE_INFINITY
  return {
    moved(list, top, nowMs) {
      const before = last.get(list)
      last.set(list, { top, atMs: nowMs })
      if (!before) return
      // The first step after a rest is one of a moment, not of the whole rest.
      const passedMs = Math.min(Math.max(1, nowMs - before.atMs), restMs)
      const speed = (Math.abs(top - before.top) / passedMs) * 1000
      if (speed > flyingPxPerSecond) flownAtMs = nowMs
    },
    isFlying: (nowMs) => nowMs - flownAtMs < restMs,
  }
}
