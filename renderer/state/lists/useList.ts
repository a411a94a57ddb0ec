import { useCallback, useState, useSyncExternalStore } from 'react'
import type { ListSource, ListView } from './source.ts'

/** A list on screen. */
export interface ShownList<Row> {
  readonly view: ListView<Row>
  readonly source: ListSource<Row>
}

/**
 * The list of a source. When another source takes its place (another order, another filter), what is on screen stays until
 * the first rows of the new one are there, so that nothing flashes while one types.
 */
export function useList<Row>(source: ListSource<Row>): ShownList<Row> {
  const [shown, setShown] = useState(source)
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source])
  const view = useSyncExternalStore(subscribe, () => source.view())
  if (shown !== source && view.kind !== 'loading') setShown(source)
  const current = view.kind === 'loading' ? shown : source
  return { source: current, view: current === source ? view : current.view() }
}
