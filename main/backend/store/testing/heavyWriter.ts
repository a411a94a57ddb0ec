import { silentLog } from '../../log/index.ts'
import { openStore } from '../index.ts'

/**
 * Run as a process of its own: writes rows of 8 kB into a store without end, after number `from`, and says of each that it
 * is committed; the log is written back meanwhile.
 */
const [, , folder = '', from = '0'] = process.argv
const store = openStore({ folder, log: silentLog })
// The store alone keeps no process alive while it waits for room.
setInterval(() => undefined, 1000)
for (let number = Number(from); ; number += 1) {
  store.transaction(() => {
    store.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', `key ${number}`, JSON.stringify('x'.repeat(8000)))
    store.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', 'last', String(number))
  })
  process.stdout.write(`${number}\n`)
  await store.room()
}
