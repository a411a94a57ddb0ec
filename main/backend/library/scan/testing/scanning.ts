import { writeSync } from 'node:fs'
import { openLibrary } from './library.ts'

/**
 * A process that scans a folder into a data folder and says on its output whenever rows were written, until it is killed or
 * done. Arguments: data folder, folder of music.
 */
const [dataFolder = '', music = ''] = process.argv.slice(2)
const library = openLibrary(dataFolder, { onChanged: () => writeSync(1, 'written\n') })
await library.scanner.addFolders([music])
library.scanner.scan(null)
await library.scanner.settled()
await library.close()
