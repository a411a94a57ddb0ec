import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startNodeStandIn } from '../../../testkit/nodelink/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { openNodes, page } from './testing/index.ts'

it('a process that is killed keeps the server, its password and what was learnt of its pace', async () => {
  const folder = temporaryFolder()
  const node = await startNodeStandIn({ limits: { blockedFrom: 3 } })
  const writer = path.join(import.meta.dirname, 'testing', 'writer.ts')
  const child = spawn(process.execPath, [writer, folder, node.address, node.password], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')
  const asked = node.requests.length

  const nodes = openNodes(folder)
  const [kept] = await nodes.room.handlers['nodelink.list'](null, page)
  expect(kept).toMatchObject({ name: 'Home', address: node.address, state: { kind: 'unknown' } })
  expect(await nodes.room.ready(page.signal)).toEqual([])
  expect(nodes.room.failureOf(kept?.id ?? '')).toMatchObject({ code: 'node-locked-out' })
  // It is still locked out, and not asked to find that out.
  expect(node.requests).toHaveLength(asked)

  nodes.close()
  await node.close()
  fs.rmSync(folder, { recursive: true })
})
