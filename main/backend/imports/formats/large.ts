import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { FailureError } from '../../../../src/contract/index.ts'
import { endWorker } from '../../threads.ts'
import { breath } from '../../turns.ts'
import type { FileMessage, FileOrder } from './messages.ts'
import { readImportFile } from './read.ts'
import type { ImportedFile, ImportedRow } from './rows.ts'

/** A text of up to so many characters is read where it is: JSON of that size takes some 3 ms. */
const smallLength = 200_000

/** The worker's code: beside this file in the source, beside the bundle once built (an input of its own in the build). */
function ownWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './import-worker.js', import.meta.url)
}

/**
 * Reads the lists of songs in a file, as `readImportFile` does. JSON is parsed in one go, about 10 ms a megabyte: a worker thread, which lives as
 * long as that takes, reads what is large.
 */
export async function readAnyImportFile(
  file: { readonly name: string; readonly text: string },
  limit: number,
  signal: AbortSignal,
): Promise<ImportedFile> {
  if (file.text.length <= smallLength) return readImportFile(file, limit, signal)
  signal.throwIfAborted()
  const worker = new Worker(ownWorkerUrl(), { name: 'import' })
  const order = (message: FileOrder): void => worker.postMessage(message)
  const rows: ImportedRow[][] = []
  try {
    order({ kind: 'read', ...file, limit })
    for await (const event of on(worker, 'message', { close: ['exit'], signal })) {
      const message: FileMessage = event[0]
      if (message.kind === 'failed') throw new FailureError(message.error)
      if (message.kind === 'end') {
        const { lists } = message.file
        return { ...message.file, lists: lists.map(({ of, name }, at) => ({ of, name, rows: rows[at] ?? [] })) }
      }
      const list = (rows[message.list] ??= [])
      for (const row of message.rows) list.push(row)
      await breath()
      order({ kind: 'next' })
    }
    throw new Error('the reading broke off')
  } finally {
    void endWorker(worker)
  }
}
