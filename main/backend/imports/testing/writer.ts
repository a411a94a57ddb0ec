import { writeSync } from 'node:fs'
import { openApp } from './app.ts'

/** A process that goes on with the imports of a folder, and ends when they are done unless it is killed before. */
const [, , folder = '', address = ''] = process.argv
const app = openApp(folder, address, () => undefined)
app.imports.room.resume()
writeSync(1, 'begun\n')
await app.imports.settled()
await app.close()
