import { useCallback, useRef } from 'react'
import type { ImportJob, ImportRow } from '../../../src/imports/index.ts'
import { useServices } from '../../state/index.ts'
import type { ShownList } from '../../state/index.ts'

/** Rows that fly past are not looked at: after so long in sight they are, in ms. */
const restMs = 200

/** Hears which rows are in sight: fetches them, and has those that are still looked for found before the others. */
export function useLook(
  { id, state }: ImportJob,
  { view, source }: ShownList<ImportRow>,
): (first: number, end: number) => void {
  const { bridge } = useServices()
  const timer = useRef<number | null>(null)
  const isGoing = state.kind === 'running' || state.kind === 'waiting'
  return useCallback(
    (first, end) => {
      source.look(first, end)
      if (timer.current !== null) window.clearTimeout(timer.current)
      if (!isGoing) return
      timer.current = window.setTimeout(() => {
        const places = Array.from({ length: end - first }, (_row, at) => view.rowAt(first + at)).flatMap((row) =>
          row?.outcome.kind === 'open' ? [row.place] : [],
        )
        // Whether it was heard does not matter: they are found in any case, only later.
        if (places.length > 0) void bridge.call('imports.look', { id, places: places.slice(0, 200) })
      }, restMs)
    },
    [bridge, id, isGoing, source, view],
  )
}
