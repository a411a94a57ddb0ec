import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, deflate, gzip, zstdCompress } from 'node:zlib'
import type { Outlet } from './outlet.ts'

/** In the node's order of preference; it looks for the name anywhere in Accept-Encoding and ignores q-values. */
const packers = [
  ['zstd', promisify(zstdCompress)],
  ['br', promisify(brotliCompress)],
  ['gzip', promisify(gzip)],
  ['deflate', promisify(deflate)],
] as const

/** JSON as the main process sends it: compressed where the client names a way, with its length. */
export async function sendJson(
  request: IncomingMessage,
  outlet: Outlet,
  status: number,
  value: unknown,
): Promise<void> {
  const text = Buffer.from(JSON.stringify(value))
  const wanted = request.headers['accept-encoding'] ?? ''
  const packer = packers.find(([name]) => wanted.includes(name))
  const bytes = packer === undefined ? text : await packer[1](text)
  outlet.head(status, {
    'Content-Type': 'application/json',
    ...(packer === undefined ? {} : { 'Content-Encoding': packer[0] }),
    'Content-Length': bytes.length,
  })
  await outlet.end(request.method === 'HEAD' ? null : bytes)
}

/** JSON as a worker sends it: as it is, chunked. */
export async function sendWorkerJson(outlet: Outlet, status: number, value: unknown): Promise<void> {
  outlet.head(status, { 'Content-Type': 'application/json' })
  await outlet.end(Buffer.from(JSON.stringify(value)))
}

export interface Refusal {
  readonly status: number
  readonly error: string
  readonly message: string
  /** True where the handler lets its stack out: many always do, whether asked or not. */
  readonly leaksTrace?: boolean
}

/** The router, unlike the handlers, shows its stack to those who ask with `?trace=true`. */
export function isTraceAsked(request: IncomingMessage): boolean {
  return new URL(request.url ?? '/', 'http://localhost').searchParams.get('trace') === 'true'
}

export async function sendError(request: IncomingMessage, outlet: Outlet, refusal: Refusal): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://localhost')
  const { status, error, message } = refusal
  const trace =
    refusal.leaksTrace === true ? { trace: 'Error\n    at sendErrorResponse (file:///app/src/utils.ts:1987:24)' } : {}
  await sendJson(request, outlet, status, {
    timestamp: Date.now(),
    status,
    error,
    ...trace,
    message,
    path: address.pathname,
  })
}

/** As a source worker words it: no trace, and the path with its query. */
export async function sendWorkerError(request: IncomingMessage, outlet: Outlet, message: string): Promise<void> {
  await sendWorkerJson(outlet, 500, {
    timestamp: Date.now(),
    status: 500,
    error: 'Worker Error',
    message,
    path: request.url,
  })
}

export async function sendText(outlet: Outlet, status: number, text: string): Promise<void> {
  outlet.head(status, { 'Content-Type': 'text/plain' })
  await outlet.end(Buffer.from(text))
}
