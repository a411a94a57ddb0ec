import type { Failure } from '../../../../src/contract/index.ts'
import type { ImportedFile, ImportedRow } from './rows.ts'

/** What the worker of a large file is told: to read it, then to hand over the next rows. */
export type FileOrder =
  | { readonly kind: 'read'; readonly name: string; readonly text: string; readonly limit: number }
  | { readonly kind: 'next' }

/** What it answers: rows of the list at a place, in their order, and at the end the file without rows. */
export type FileMessage =
  | { readonly kind: 'rows'; readonly list: number; readonly rows: readonly ImportedRow[] }
  | { readonly kind: 'end'; readonly file: ImportedFile }
  | { readonly kind: 'failed'; readonly error: Failure }
