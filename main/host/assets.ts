import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The build puts a hash of the content into the names of these, so they never change under one address. */
const neverChanges = /^assets\/.+-[\w-]{8,}\.\w+$/

/**
 * The file below `root` that a decoded address path names, or null when it names none: leaves the folder, hides a
 * segment (`.git`), or carries what no file of ours has in its name.
 */
export function assetFile(addressPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(addressPath)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || /[\\:\0]/.test(decoded)) return null
  const name = decoded === '/' ? 'index.html' : decoded.slice(1)
  const isPlain = name.split('/').every((segment) => segment !== '' && !segment.startsWith('.'))
  return isPlain && types[path.posix.extname(name)] !== undefined ? name : null
}

/** Answers requests for the built interface in `root`: right types, `ETag`, and no second fetch of hashed files. */
export function createAssets(root: string): (request: Request, addressPath: string) => Promise<Response> {
  return async (request, addressPath) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Method not allowed', { allow: 'GET, HEAD' })
    }
    const name = assetFile(addressPath)
    const content = name === null ? null : await readOrNull(path.join(root, name))
    if (name === null || content === null) return plain(404, 'Not found')
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    const headers = {
      'cache-control': neverChanges.test(name) ? 'private, max-age=31536000, immutable' : 'no-cache',
      etag,
    }
    if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), {
      headers: {
        ...headers,
        'content-type': types[path.posix.extname(name)] ?? 'application/octet-stream',
        'content-length': String(content.byteLength),
      },
    })
  }
}

/** A short answer in plain text. */
export function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

function matches(header: string | null, etag: string): boolean {
  return header !== null && header.split(',').some((one) => one.trim() === etag || one.trim() === '*')
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch {
    return null
  }
}
