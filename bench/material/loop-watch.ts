import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Loaded into the host's process ahead of it (`--import`): notes how long its main thread was blocked, over and over. */
const file = process.env['MELOFY_BENCH_LOOP']
const noteEveryMs = 100

if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  setInterval(() => {
    // Unix time and the longest block since the line before, in ms.
    appendFileSync(file, `${Date.now()} ${delay.max / 1e6}\n`)
    delay.reset()
  }, noteEveryMs).unref()
}
