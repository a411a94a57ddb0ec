import type { Outbound } from '../../outbound/index.ts'
import { failure, FailureError } from '../../../../src/contract/index.ts'
import { OutboundError } from '../../outbound/index.ts'
import { pause } from '../node-access.ts'
import type { OnBytes } from '../rung.ts'
import type { ByteRange } from './playlist.ts'

const waitsMs = [100, 400, 1500] as const
const patience = { firstByteMs: 8000, idleMs: 8000 }
const expired = new Set([401, 403, 404, 410])

/** An address that is no longer good. */
export class Expired extends Error {
  override readonly name = 'Expired'
}

/** What whole resources are fetched with. */
export interface Fetching {
  readonly outbound: Outbound
  readonly headers: Readonly<Record<string, string>>
  readonly onBytes: OnBytes
}

/** What came, and from where in the end. */
export interface Whole {
  readonly bytes: Uint8Array
  readonly url: string
}

export interface WholeOptions {
  readonly range: ByteRange | null
  readonly limitBytes: number
  readonly signal: AbortSignal
  /** The playlist that names it; left out for an address that the node told. */
  readonly from?: string
}

/**
 * All bytes of a resource or of a part of it, `limitBytes` at most. What breaks is tried again. Rejects with `Expired`, or with
 * the failure that makes it hopeless.
 */
export async function fetchWhole(fetching: Fetching, url: string, options: WholeOptions): Promise<Whole> {
  const { signal } = options
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(fetching, url, options)
    } catch (error) {
      if (signal.aborted) throw new FailureError(failure('cancelled'), { cause: error })
      if (error instanceof Expired) throw error
      if (error instanceof OutboundError && error.reason === 'address-refused')
        throw new FailureError(failure('node-address-refused'), { cause: error })
      const waitMs = waitsMs[tries]
      if (waitMs === undefined) throw new FailureError(failure('media-interrupted'), { cause: error })
      await pause(waitMs, signal)
    }
  }
}

async function attempt({ outbound, headers, onBytes }: Fetching, url: string, options: WholeOptions): Promise<Whole> {
  const { range, limitBytes, signal, from } = options
  const asked = range === null ? {} : { range: `bytes=${range.start}-${range.start + range.length - 1}` }
  const response = await outbound.request({
    url,
    signal,
    ...(from !== undefined && { from }),
    headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers, ...asked },
    ...patience,
  })
  try {
    if (expired.has(response.status)) throw new Expired()
    if (response.status !== 200 && response.status !== 206) throw new OutboundError('bad-answer')
    const parts: Uint8Array[] = []
    let size = 0
    let askedMs: number | null = null
    for await (const part of response.chunks) {
      onBytes(part.length, askedMs === null ? null : performance.now() - askedMs)
      size += part.length
      if (size > limitBytes) throw new OutboundError('bad-answer')
      parts.push(part)
      askedMs = performance.now()
    }
    const whole = Buffer.concat(parts)
    // A server without ranges sends everything: the part is cut out.
    const bytes =
      range !== null && response.status === 200 ? whole.subarray(range.start, range.start + range.length) : whole
    if (bytes.length === 0 || (range !== null && bytes.length < range.length)) throw new OutboundError('bad-answer')
    return { bytes, url: response.url.href }
  } finally {
    response.close()
  }
}
