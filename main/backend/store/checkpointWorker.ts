import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { type CheckpointAnswer, type CheckpointOrder, fileUse } from './checkpointOrders.ts'

/** How long to wait for a writer, in ms: the main thread's transactions take a few. */
const patienceMs = 1000

const stateSchema = z.tuple([z.object({ log: z.number(), checkpointed: z.number() })])
const numberSchema = z.number()

/** The worker thread: the waiting for the disk that goes with writing the log back is its own, not the main thread's. */
parentPort?.on('message', (order: CheckpointOrder) => {
  parentPort?.postMessage(carryOut(order))
})

function carryOut(order: CheckpointOrder): CheckpointAnswer {
  const use = new Int32Array(order.use)
  if (Atomics.compareExchange(use, 0, fileUse.free, fileUse.working) !== fileUse.free) return { kind: 'refused' }
  try {
    return { kind: 'done', isWhole: writeBack(order) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  } finally {
    Atomics.store(use, 0, fileUse.free)
    Atomics.notify(use, 0)
  }
}

/** Its connection lives no longer than this: nothing holds the files open in between. */
function writeBack({ database: file, limitBytes }: CheckpointOrder): boolean {
  const database = new Database(file, { fileMustExist: true, timeout: patienceMs })
  try {
    database.pragma('synchronous = NORMAL')
    database.pragma('checkpoint_fullfsync = ON')
    database.pragma('wal_autocheckpoint = 0')
    const checkpoint = (how: 'PASSIVE' | 'RESTART'): { isWhole: boolean; pages: number } => {
      const [{ log, checkpointed }] = stateSchema.parse(database.pragma(`wal_checkpoint(${how})`))
      return { isWhole: log === checkpointed, pages: log }
    }
    // Writers go on meanwhile; what they add is not part of it.
    let after = checkpoint('PASSIVE')
    const pageBytes = numberSchema.parse(database.pragma('page_size', { simple: true }))
    if (!after.isWhole && after.pages * pageBytes > limitBytes) after = checkpoint('RESTART')
    if (after.isWhole) beginAnew(database)
    return after.isWhole
  } finally {
    database.close()
  }
}

/**
 * The first write after all was written back begins the log anew and waits for the disk once. Rather here than in the main
 * thread: this one changes nothing.
 */
function beginAnew(database: Database.Database): void {
  database
    .transaction(() => {
      const version = numberSchema.parse(database.pragma('user_version', { simple: true }))
      database.pragma(`user_version = ${version}`)
    })
    .immediate()
}
