import { writeSync } from 'node:fs'
import { silentLog } from '../../log/index.ts'
import { createTrackRepository, openStore } from '../../store/index.ts'
import { createSession } from '../index.ts'
import { placeIn, queueOf } from './queues.ts'

/**
 * A process that writes queues and places without a pause until it is killed, and says on its output what it is about to
 * write and what is written. State `n` is a queue of 300 + n % 5 × 200 entries whose current one is entry n % 300, and a
 * place at n ms in it.
 */
const session = (() => {
  const store = openStore({ folder: process.argv[2] ?? '', log: silentLog })
  return createSession(store, createTrackRepository(store))
})()

for (let state = Number(process.argv[3] ?? 0); ; state += 1) {
  say(`begin ${state}`)
  const queue = queueOf(300 + (state % 5) * 200, state % 300)
  session.saveQueue(queue)
  session.savePlace(placeIn(queue.current?.entryId ?? null, state))
  say(`done ${state}`)
}

/** Straight to the pipe: what was said stays said when the process is killed. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
