import { acquireInstance } from '../index.ts'

/** A process that takes a data folder, says so on its output, and keeps it until it is killed. */
const instance = await acquireInstance({ dataFolder: process.argv[2] ?? '', onHandOver: (paths) => say({ paths }) })
if (instance.kind === 'first') instance.setAddress(process.argv[3] ?? null)
say(instance.kind === 'first' ? { kind: 'first' } : { kind: 'second', address: instance.address })
setInterval(() => undefined, 60_000)

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
