import type { ServerResponse } from 'node:http'
import { createGzip } from 'node:zlib'
import { once } from 'node:events'

/** Answers that only somebody means harm by. */
export const hostileKinds = ['ten-gigabytes', 'huge-header', 'gzip-bomb', 'html'] as const

export type HostileKind = (typeof hostileKinds)[number]

const tenGigabytes = 10_000_000_000
const block = Buffer.alloc(256 * 1024)

/** What is sent as HTML where sound or JSON was asked for: were it ever executed, it would leave a trace. */
export const hostilePage =
  '<!doctype html><script>globalThis.hostileScriptRan = true</script><h1>Sign in to continue</h1>'

/** Answers hostilely. Resolves when it is sent or the client has gone. */
export async function answerHostilely(
  response: ServerResponse,
  what: HostileKind,
  contentType: string,
  countSent: (bytes: number) => void,
): Promise<void> {
  switch (what) {
    case 'ten-gigabytes':
      response.writeHead(200, { 'content-type': contentType, 'content-length': tenGigabytes })
      for (let sent = 0; sent < tenGigabytes && !response.destroyed; sent += block.length) {
        const part = block.subarray(0, tenGigabytes - sent)
        countSent(part.length)
        if (!response.write(part)) await drainedOrGone(response)
      }
      response.end()
      return
    case 'huge-header':
      // A million bytes in one header: more than node's own client takes.
      response.writeHead(200, { 'content-type': contentType, 'x-padding': 'x'.repeat(1_000_000) }).end('{}')
      return
    case 'gzip-bomb': {
      response.writeHead(200, { 'content-type': contentType, 'content-encoding': 'gzip' })
      const packer = createGzip({ level: 9 })
      packer.on('data', (part: Buffer) => {
        countSent(part.length)
        response.write(part)
      })
      // Two gigabytes of spaces in some two megabytes: JSON that never says anything.
      const spaces = Buffer.alloc(256 * 1024, ' ')
      for (let made = 0; made < 2_000_000_000 && !response.destroyed; made += spaces.length) {
        if (!packer.write(spaces)) await once(packer, 'drain')
        if (response.writableNeedDrain) await drainedOrGone(response)
      }
      packer.end()
      await once(packer, 'end')
      response.end()
      return
    }
    case 'html':
      response.writeHead(200, { 'content-type': contentType }).end(hostilePage)
      return
  }
}

/** Resolves when the socket takes more, or has been closed. */
export async function drainedOrGone(response: ServerResponse): Promise<void> {
  if (response.destroyed || !response.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.once('drain', done)
    response.once('close', done)
  })
}
