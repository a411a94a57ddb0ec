import type { KeyboardEvent } from 'react'

const results = '[data-search-results] :is([data-result], tr[tabindex="0"])'

/** Arrows lead from result to result, and from the first one back to the box, as Escape does from any. */
export function stepToResult(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (event.key !== 'Escape' && step === 0) return
  const stops = [...document.querySelectorAll<HTMLElement>(results)]
  const at = stops.findIndex((stop) => stop === event.currentTarget)
  const next = step === 0 ? undefined : stops[at + step]
  event.preventDefault()
  if (next) next.focus()
  else if (step <= 0) document.getElementById('search-box')?.focus()
}

/** From the first track the arrow up leads to what is above the table. True when it did. */
export function leaveTracks(event: KeyboardEvent, focus: number | null): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (event.key === 'Escape') {
    document.getElementById('search-box')?.focus()
    return true
  }
  if (event.key !== 'ArrowUp' || (focus ?? 0) > 0) return false
  const above = [...document.querySelectorAll<HTMLElement>('[data-search-results] [data-result]')].at(-1)
  ;(above ?? document.getElementById('search-box'))?.focus()
  return true
}
