import { createCipheriv, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { encode, encodeAsSegments, encodings, taggedSegments } from '../../../testkit/audio/encode.ts'
import type { Fixture } from '../../../testkit/audio/index.ts'
import { referenceFrames } from '../../../testkit/audio/reference.ts'

/** A recording in segments, and the same in one file that anybody can decode. */
export interface InSegments {
  readonly url: string
  readonly whole: Fixture
}

/** Recordings in segments as services have them, on a server of their own. */
export interface SegmentServer {
  /** MPEG-TS under AES-128, each segment with its number as the initialization vector. */
  readonly encrypted: InSegments
  /** ADTS behind stamps. */
  readonly packed: InSegments
  close(): Promise<void>
}

/** Makes them of a piece inside a folder, and serves them on loopback. */
export async function serveSegments(folder: string, piece: Fixture): Promise<SegmentServer> {
  const measured = async (made: Fixture): Promise<Fixture> => ({ ...made, frames: await referenceFrames(made.path) })
  const stream = await measured(await encodeAsSegments(folder, 'stream', piece, encodings.adts.args))
  const adts = await measured(await encode(folder, 'packed', piece, encodings.adts))
  const names = (await readdir(path.join(folder, 'stream'))).filter((name) => name.endsWith('.ts')).toSorted()
  const plain = await Promise.all(names.map((name) => readFile(path.join(folder, 'stream', name))))
  const key = randomBytes(16)
  const files = new Map<string, Buffer>([['/key', key]])
  const list = (name: string, segments: readonly Buffer[], head: readonly string[]): void => {
    const lines = ['#EXTM3U', '#EXT-X-VERSION:3', '#EXT-X-TARGETDURATION:1', ...head]
    for (const [index, bytes] of segments.entries()) {
      files.set(`/${name}-${index}`, bytes)
      lines.push('#EXTINF:1.0,', `${name}-${index}`)
    }
    files.set(`/${name}.m3u8`, Buffer.from([...lines, '#EXT-X-ENDLIST', ''].join('\n')))
  }
  list(
    'encrypted',
    plain.map((bytes, index) => encrypted(bytes, key, index)),
    ['#EXT-X-KEY:METHOD=AES-128,URI="key"'],
  )
  list('packed', await taggedSegments(adts), [])
  const server = createServer((request, response) => {
    const bytes = files.get(request.url ?? '')
    if (bytes === undefined) response.writeHead(404).end()
    else response.end(bytes)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('It has no port')
  const at = (name: string): string => `http://127.0.0.1:${bound.port}/${name}.m3u8`
  return {
    encrypted: { url: at('encrypted'), whole: stream },
    packed: { url: at('packed'), whole: adts },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** RFC 8216 §5.2: without an IV of its own, a segment's is its number. */
function encrypted(bytes: Buffer, key: Buffer, index: number): Buffer {
  const iv = Buffer.alloc(16)
  iv.writeUInt32BE(index, 12)
  const cipher = createCipheriv('aes-128-cbc', key, iv)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}
