import type { Bridge, Failure } from '../../../../src/contract/index.ts'
import { failure } from '../../../../src/failure/index.ts'
import { importTextLimit } from '../../../../src/imports/limits.ts'
import type { ImportFile } from '../../../../src/imports/index.ts'

/** A file, or what a person pasted, and what is in it. */
export interface ReadFile {
  readonly fileName: string
  readonly text: string
  readonly told: ImportFile
}

export type ReadingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly files: readonly ReadFile[] }
  /** Nothing can be brought over from it. */
  | { readonly kind: 'failed'; readonly name: string; readonly error: Failure }

export interface Written {
  readonly fileName: string
  /** Null where it is too long to be taken. Rejects where the file is gone or is not to be read. */
  readonly text: () => Promise<string | null>
}

/** Finds out what is in files, one after the other, and tells how far it is; nothing more once `signal` is aborted. */
export async function readWritten(
  written: readonly Written[],
  parts: {
    readonly bridge: Pick<Bridge, 'call'>
    readonly signal: AbortSignal
    readonly tell: (state: ReadingState) => void
  },
): Promise<void> {
  const { bridge, signal, tell } = parts
  const files: ReadFile[] = []
  for (const { fileName, text: textOf } of written) {
    tell({ kind: 'reading', name: fileName })
    const fail = (error: Failure): void => tell({ kind: 'failed', name: fileName, error })
    const text = await textOf().catch(() => undefined)
    if (signal.aborted) return
    if (text === undefined) return fail(failure('import-file-unreadable'))
    if (text === null || text.length > importTextLimit) return fail(failure('import-file-large'))
    const reply = await bridge.call('imports.read', { fileName, text }, { signal })
    if (signal.aborted) return
    if (!reply.ok) return fail(reply.error)
    files.push({ fileName, text, told: reply.value })
  }
  if (files.length > 0) tell({ kind: 'read', files })
}
