/** What a line to some bytes is found to carry, and what is therefore asked of it. Pure; times in ms, rates in bits per second. */
export interface Line {
  /** Smoothed over the time that somebody waited; null as long as nobody did. */
  readonly throughput: number | null
  /** Nothing that needs more is chosen. */
  readonly allowed: number
  /** Since when it has carried well what is not allowed yet; null when it does not. */
  readonly goodSinceMs: number | null
}

export type LineEvent =
  /** Bytes that somebody waited for, and for how long. */
  | { readonly kind: 'arrived'; readonly bytes: number; readonly waitedMs: number }
  | {
      readonly kind: 'reading'
      /** What plays takes, and what the best that there is would take. */
      readonly need: number
      readonly bestNeed: number
      /** Sound that is here and not read yet, in seconds. */
      readonly aheadSeconds: number
      readonly nowMs: number
    }

/** What may be used of a line. */
const share = 0.8
/** How much more than needed it must carry, and for how long, before it is trusted with more. */
const margin = 1.5
const trustMs = 60_000
/** With as much sound ahead, in seconds, a slow line has time to recover. */
const enoughAhead = 10
/** Older measurements count less and less, by this time constant, in ms of waiting. */
const memoryMs = 3000
/** Shorter waits say nothing about a line, in ms. */
const shortestMs = 0.05

export const freshLine: Line = { throughput: null, allowed: Infinity, goodSinceMs: null }

/** What is thought of a line after this. Falls at once, rises only after it has held well for a minute. */
export function nextLine(line: Line, event: LineEvent): Line {
  return event.kind === 'arrived' ? measured(line, event) : weighed(line, event)
}

function measured(line: Line, { bytes, waitedMs }: Extract<LineEvent, { kind: 'arrived' }>): Line {
  const overMs = Math.max(shortestMs, waitedMs)
  const rate = (bytes * 8000) / overMs
  const before = line.throughput ?? rate
  return { ...line, throughput: before + (rate - before) * (1 - Math.exp(-overMs / memoryMs)) }
}

function weighed(line: Line, event: Extract<LineEvent, { kind: 'reading' }>): Line {
  const { throughput, allowed } = line
  const { need, bestNeed, aheadSeconds, nowMs } = event
  if (throughput === null) return line
  if (need > share * throughput && aheadSeconds < enoughAhead)
    return { ...line, allowed: Math.min(allowed, share * throughput), goodSinceMs: null }
  if (bestNeed <= allowed || throughput < margin * bestNeed) return { ...line, goodSinceMs: null }
  const goodSinceMs = Math.min(line.goodSinceMs ?? nowMs, nowMs)
  if (nowMs - goodSinceMs < trustMs) return { ...line, goodSinceMs }
  return { throughput, allowed: Math.max(allowed, throughput / margin), goodSinceMs: null }
}
