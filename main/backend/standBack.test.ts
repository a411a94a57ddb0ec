import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { z } from 'zod'

test.runIf(process.platform === 'linux')(
  'a worker that stands back is last in the row for the processor, its process is not',
  async () => {
    const source = `
      import { readlinkSync } from 'node:fs'
      import { getPriority } from 'node:os'
      import { parentPort } from 'node:worker_threads'
      import { standBack } from ${JSON.stringify(new URL('./standBack.ts', import.meta.url).href)}
      const took = standBack()
      parentPort.postMessage({ took, nice: getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))) })
    `
    const before = getPriority(process.pid)
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`))
    const [message]: unknown[] = await once(worker, 'message')
    const { took, nice } = z.object({ took: z.boolean(), nice: z.number() }).parse(message)
    expect(took).toBe(true)
    expect(nice).toBeGreaterThan(before)
    expect(getPriority(process.pid)).toBe(before)
    await worker.terminate()
  },
)
