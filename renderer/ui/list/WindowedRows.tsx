import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useWindow } from './useWindow.ts'
import type { WindowOptions } from './useWindow.ts'

export interface WindowedRowsProps extends WindowOptions {
  /** Hears which rows are in sight. */
  readonly look?: (first: number, end: number) => void
  readonly renderRow: (index: number) => ReactNode
}

/** The rows of a list that are in sight. A component of its own: a step of scrolling renders it, and not the list around it. */
export function WindowedRows({ look, renderRow, ...options }: WindowedRowsProps) {
  const { indexes, first, end } = useWindow(options)
  useEffect(() => look?.(first, end), [look, first, end])
  return indexes.map((index) => renderRow(index))
}
