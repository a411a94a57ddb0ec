import { useRef } from 'react'
import type { FocusEvent, PointerEvent } from 'react'
import type { Track } from '../../src/music/index.ts'
import { useServices } from './services.ts'

/** The pointer rests this long on a row before it counts as aimed at, in ms: rows that are only passed over cost nothing. */
const restMs = 80

/** What a list or a button passes to its element. */
export interface PrepareHandlers {
  readonly onPointerOver: (event: PointerEvent) => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

/**
 * Opens a track while the pointer is still on its way to the click, or the keyboard to Enter, so that it sounds at once.
 * `trackOf`: what a click at this target would play, if anything.
 */
export function usePrepare(trackOf: (target: EventTarget) => Track | null): PrepareHandlers {
  const { player } = useServices()
  const timer = useRef<number | null>(null)
  const aimed = useRef<string | null>(null)

  const forget = () => {
    if (timer.current !== null) window.clearTimeout(timer.current)
    timer.current = null
    aimed.current = null
  }
  const aim = (track: Track | null) => {
    if (track === null || track.id === aimed.current) return
    forget()
    aimed.current = track.id
    timer.current = window.setTimeout(() => player.prepare(track), restMs)
  }
  return {
    onPointerOver: (event) => aim(trackOf(event.target)),
    onPointerLeave: forget,
    onPointerDown: (event) => {
      const track = event.button === 0 ? trackOf(event.target) : null
      if (track === null) return
      player.warmUp()
      player.prepare(track)
    },
    onFocus: (event) => aim(trackOf(event.target)),
  }
}
