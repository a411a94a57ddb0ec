import { parentPort } from 'node:worker_threads'
import { FailureError, failure } from '../../../../src/contract/index.ts'
import type { FileMessage, FileOrder } from './messages.ts'
import { readImportFile } from './read.ts'
import type { ImportedFile } from './rows.ts'

/** Rows handed over at a time: about 1 ms for whoever takes them. */
const rowsAtOnce = 250

const post = (message: FileMessage): void => parentPort?.postMessage(message)
const neverAborted = new AbortController().signal

let messages: Iterator<FileMessage> | null = null

/** The worker thread of one large file: reads it whole and hands it over in portions, as they are asked for. */
parentPort?.on('message', (order: FileOrder) => {
  if (order.kind === 'read') void read(order)
  else handOver()
})

async function read({ name, text, limit }: FileOrder & { readonly kind: 'read' }): Promise<void> {
  try {
    messages = portionsOf(await readImportFile({ name, text }, limit, neverAborted))
    handOver()
  } catch (error) {
    post({ kind: 'failed', error: error instanceof FailureError ? error.failure : failure('internal') })
  }
}

function handOver(): void {
  const next = messages?.next()
  if (next?.done === false) post(next.value)
}

function* portionsOf(file: ImportedFile): Generator<FileMessage> {
  for (const [list, { rows }] of file.lists.entries())
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      yield { kind: 'rows', list, rows: rows.slice(from, from + rowsAtOnce) }
  yield { kind: 'end', file: { ...file, lists: file.lists.map(({ of, name }) => ({ of, name, rows: [] })) } }
}
