import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Loaded into the host's process ahead of it (`--import`): notes how long its main thread was blocked, over and over. */
const file = process.env['MELOFY_BENCH_LOOP']
const noteEveryMs = 100
/** How often the thread asks for its turn, in ms: what it worked from one to the next is what kept others out. */
const turnEveryMs = 3

if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let before = process.threadCpuUsage()
  let longestWorkMs = 0
  setInterval(() => {
    const now = process.threadCpuUsage()
    longestWorkMs = Math.max(longestWorkMs, (now.user - before.user + now.system - before.system) / 1000)
    before = now
  }, turnEveryMs).unref()
  setInterval(() => {
    // Unix time, and since the line before: the longest block, and the longest work without a pause, in ms.
    appendFileSync(file, `${Date.now()} ${delay.max / 1e6} ${longestWorkMs}\n`)
    delay.reset()
    longestWorkMs = 0
  }, noteEveryMs).unref()
}
