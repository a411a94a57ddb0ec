import { longestTimeMs } from '../document.ts'

/** How many frames and ticks a second has. */
export interface TtmlRates {
  readonly frames: number
  readonly ticks: number
}

const offsetTime = /^(\d{1,12}(?:\.\d{1,12})?)(h|ms|m|s|f|t)$/
const clockTime = /^(?:(\d{1,6}):)?(?:(\d{1,6}):)?(\d{1,6}(?:\.\d{1,12})?)$/

/** A time of TTML (W3C TTML2, 12.3) in whole ms, also the short forms of lyrics files (`1:02.5`, `62.5`); null for anything else. */
export function readTtmlTime(text: string | undefined, rates: TtmlRates): number | null {
  if (text === undefined) return null
  const offset = offsetTime.exec(text)
  const clock = offset === null ? clockTime.exec(text) : null
  if (offset === null && clock === null) return null
  const ms = offset === null ? clockMs(clock) : Number(offset[1]) * unitMs(offset[2], rates)
  return ms <= longestTimeMs ? Math.round(ms) : null
}

function clockMs(parts: RegExpExecArray | null): number {
  const [, first, second, seconds] = parts ?? []
  // With one colon, what is before it are minutes.
  const hours = second === undefined ? 0 : Number(first ?? 0)
  const minutes = Number(second ?? first ?? 0)
  return ((hours * 60 + minutes) * 60 + Number(seconds ?? 0)) * 1000
}

function unitMs(unit: string | undefined, { frames, ticks }: TtmlRates): number {
  switch (unit) {
    case 'h':
      return 3_600_000
    case 'm':
      return 60_000
    case 's':
      return 1000
    case 'f':
      return 1000 / frames
    case 't':
      return 1000 / ticks
    default:
      return 1
  }
}
