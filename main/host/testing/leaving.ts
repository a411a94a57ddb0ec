import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { endWorker } from '../../backend/threads.ts'
import { leave } from '../ending.ts'

/**
 * A process that wants to leave while a pipe that nobody writes to holds it, as a disk that does not answer would.
 * Arguments: `thread` (a thread of it waits), `call` (a call of its own) or `nothing`; the pipe.
 */
const [held, pipe = ''] = process.argv.slice(2)
if (held === 'thread') {
  // The second call is answered after the first has been begun.
  const code = `const fs = require('node:fs').promises
    fs.open(${JSON.stringify(pipe)})
    fs.stat('.').then(() => require('node:worker_threads').parentPort.postMessage(null))`
  const worker = new Worker(code, { eval: true })
  await new Promise((resolve) => worker.once('message', resolve))
  await endWorker(worker)
} else if (held === 'call') void open(pipe)
process.stdout.write('leaving\n')
await leave(() => process.exit(7))
