import { createBackend, silentLog } from '../../main/backend/index.ts'

/** Creates a backend in a fresh process, its modules loaded before the clock starts, and prints how many ms that took. */
const [, , dataFolder = '', resourcesFolder = ''] = process.argv
const from = performance.now()
const backend = await createBackend({
  dataFolder,
  resourcesFolder,
  host: 'browser',
  platform: 'linux',
  version: '0',
  log: silentLog,
  openLink: () => undefined,
})
console.log(performance.now() - from)
await backend.close()
