import { silentLog } from '../../log/index.ts'
import { createSqliteAdapter } from '../adapter.ts'
import { openEntryTable } from '../table.ts'

/** Run as a process of its own: puts entries of 8 kB without end, after number `from`, many at a time, and says of each batch that it is committed. */
const [, , folder = '', from = '0'] = process.argv
const adapter = createSqliteAdapter({ table: openEntryTable(folder, silentLog), limitBytes: 20_000_000 })
for (let number = Number(from); ; number += 50) {
  const entries = Array.from({ length: 50 }, (_, at) => ({ key: `k${number + at}`, value: 'x'.repeat(8000) }))
  await adapter.setMany([...entries, { key: 'last', value: String(number + 49) }])
  process.stdout.write(`${number + 49}\n`)
}
