import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { Outlet } from '../outlet.ts'
import type { Sound } from '../sound/types.ts'
import { bytesOf, sizeOf } from './bytes.ts'
import { OriginFile, type Serving } from './file.ts'
import { insidePath, locationOf } from './redirect.ts'

export interface OriginRequest {
  readonly method: string
  readonly path: string
  readonly range: string | null
  status: number
  sentBytes: number
}

/** A server for the bytes themselves, as the services that a node finds have them: on a port of its own. */
export interface MediaOrigin {
  /** `http://127.0.0.1:port` */
  readonly address: string
  publish(sound: Sound, serving?: Partial<Serving>): OriginFile
  readonly requests: readonly OriginRequest[]
  /** How often somebody followed a redirect to where nobody should. */
  readonly insideHits: number
  /** Sockets that are open now. */
  readonly openSockets: number
  close(): Promise<void>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.flac': 'audio/flac',
  '.m4a': 'audio/mp4',
  '.mp4': 'video/mp4',
  '.webm': 'audio/webm',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
}

export async function startMediaOrigin(): Promise<MediaOrigin> {
  const files = new Map<string, OriginFile>()
  const requests: OriginRequest[] = []
  const sockets = new Set<object>()
  let insideHits = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', address)
    const range = request.headers.range ?? null
    const record = { method: request.method ?? '', path: asked.pathname, range, status: 0, sentBytes: 0 }
    requests.push(record)
    response.on('close', () => {
      record.status = response.headersSent ? response.statusCode : 0
    })
    if (asked.pathname === insidePath) {
      insideHits++
      response.end('secret')
      return
    }
    const file = files.get(asked.pathname)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const { serving } = file
    const outlet = new Outlet(response, serving.fault, (bytes) => {
      record.sentBytes += bytes
    })
    const refusal = file.refusal(asked)
    if (refusal !== null) {
      response.writeHead(refusal, { 'content-type': 'text/plain' }).end('This address has expired.')
      return
    }
    const location = serving.redirect === null ? null : locationOf(serving.redirect, asked, port)
    if (location !== null) {
      response.writeHead(302, { location }).end()
      return
    }
    if (await outlet.preempts(serving.contentType)) return
    await sendFile(request, outlet, file)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The origin has no port.')
  const { port } = bound
  const address = `http://127.0.0.1:${port}`

  return {
    address,
    requests,
    publish(sound, serving = {}) {
      const extension = sound.kind === 'file' ? path.extname(sound.path) : '.wav'
      const place = `/media/${files.size + 1}${extension}`
      const file = new OriginFile(address, place, sound, {
        hasRanges: true,
        contentType: contentTypes[extension.toLowerCase()] ?? 'application/octet-stream',
        answersHead: true,
        fault: null,
        redirect: null,
        ...serving,
      })
      files.set(place, file)
      return file
    },
    get insideHits() {
      return insideHits
    },
    get openSockets() {
      return sockets.size
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function sendFile(request: IncomingMessage, outlet: Outlet, file: OriginFile): Promise<void> {
  const { hasRanges, contentType, answersHead } = file.serving
  if (request.method === 'HEAD' && !answersHead) {
    outlet.head(405, {})
    await outlet.end()
    return
  }
  const size = await sizeOf(file.sound)
  const range = hasRanges ? rangeOf(request.headers.range, size) : null
  const common = { 'content-type': contentType, ...(hasRanges ? { 'accept-ranges': 'bytes' } : {}) }
  if (range === 'outside') {
    outlet.head(416, { ...common, 'content-range': `bytes */${size}` })
    await outlet.end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size }
  outlet.head(range === null ? 200 : 206, {
    ...common,
    'content-length': end - start,
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
  })
  if (request.method !== 'HEAD') {
    for await (const part of bytesOf(file.sound, start, end)) if (!(await outlet.write(part))) return
  }
  await outlet.end()
}

/** One range, end exclusive; null where the header asks for none that is understood. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'outside' | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (parts === null || (parts[1] === '' && parts[2] === '')) return null
  const isSuffix = parts[1] === ''
  const start = isSuffix ? Math.max(0, size - Number(parts[2])) : Number(parts[1])
  const end = isSuffix || parts[2] === '' ? size : Math.min(size, Number(parts[2]) + 1)
  return start >= size || end <= start ? 'outside' : { start, end }
}
