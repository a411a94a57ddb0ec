import { useEffect, useState } from 'react'
import type { SpotifyState } from '../../../../src/spotify/index.ts'

export type Closure = NonNullable<Extract<SpotifyState, { kind: 'signed-in' }>['closure']>

/** Longest delay that a timer knows, in ms. */
const longestTimerMs = 2 ** 31 - 1

/** The pause that Spotify asked for, as long as it lasts. */
export function useClosure(closure: Closure | null): Closure | null {
  const untilMs = closure?.untilMs ?? null
  const [overMs, setOverMs] = useState<number | null>(null)
  useEffect(() => {
    if (untilMs === null) return undefined
    const leftMs = Math.max(0, untilMs - Date.now())
    const timer = setTimeout(() => setOverMs(untilMs), Math.min(leftMs, longestTimerMs))
    return () => clearTimeout(timer)
  }, [untilMs])
  return overMs === untilMs ? null : closure
}
