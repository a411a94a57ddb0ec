export { clearSelection, noSelection } from './selection.ts'
export type { RowSelection } from './selection.ts'
export { rowOf, useRows } from './useRows.ts'
export type { Rows } from './useRows.ts'
