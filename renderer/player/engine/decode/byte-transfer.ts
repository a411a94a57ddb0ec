import { comingHeader } from '../../../../src/contract/media.ts'
import { failure, FailureError, readFailure } from '../../../../src/failure/index.ts'
import type { BytePart } from './byte-part.ts'

/** Waits before a transfer that broke without bringing anything is tried again, in ms. */
const retryDelaysMs = [100, 400, 1500]
/** A transfer that brings nothing for this long is broken, in ms. A server that waits for bytes answers sooner than that. */
const stallLimitMs = 8000
/** Rest before bytes that are still on their way are asked for again, in ms: the server has waited for them already. */
const waitingRestMs = 250
/** Asked for at once. Where the bytes are still coming, the answer holds what is there of it. */
const stepBytes = 1024 * 1024

export type Fetch = (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>

/**
 * Brings parts of a file, or of a stream that grows, and learns from the answers what it is. A transfer that breaks goes on
 * where it stood; an answer that says the bytes are gone or refused is final, and so is one that says they are others now.
 */
export class ByteTransfer {
  private readonly url: string
  private readonly fetchBytes: Fetch
  private readonly closing = new AbortController()
  /** Which bytes these are, by a strong entity tag; null where the server gives none. */
  private tag: string | null = null
  private type: string | null = null
  private total: number | null = null
  private growing = false
  /** Whether the server has the bytes from elsewhere. */
  private comes = false
  private hasAnswered = false
  private readonly parts = new Set<BytePart>()
  /** Resolves with the first answer that is no refusal. */
  readonly answered: Promise<void>
  private readonly tellAnswered: () => void

  constructor(url: string, fetchBytes: Fetch) {
    this.url = url
    this.fetchBytes = fetchBytes
    const { promise, resolve } = Promise.withResolvers<void>()
    this.answered = promise
    this.tellAnswered = resolve
  }

  /** Length in bytes; null as long as no answer has told it. */
  get size(): number | null {
    return this.total
  }

  /** As the first answer says; null where it says none. */
  get mediaType(): string | null {
    return this.type
  }

  /** Whether bytes are still on their way to the server. */
  get isGrowing(): boolean {
    return this.growing
  }

  get isAnswered(): boolean {
    return this.hasAnswered
  }

  /** Fills a part. Whoever reads of it hears what stands in the way. */
  async bring(part: BytePart): Promise<void> {
    this.parts.add(part)
    try {
      await this.persist(part)
    } catch (error) {
      part.fail(error)
    } finally {
      this.parts.delete(part)
    }
  }

  /** Ends what waits for bytes that are still on their way: whoever wanted them wants others now. */
  abandonWaiting(): void {
    if (!this.growing) return
    for (const part of this.parts) part.abandon()
  }

  close(): void {
    this.closing.abort()
    for (const part of this.parts) part.abandon()
  }

  private async persist(part: BytePart): Promise<void> {
    for (let tries = 0; !part.isOver;) {
      const { reached } = part
      try {
        await this.attempt(part)
        continue
      } catch (error) {
        if (part.isOver) return
        if (this.closing.signal.aborted) throw new FailureError(failure('cancelled'), { cause: error })
        const code = error instanceof FailureError ? error.failure.code : 'media-interrupted'
        if (code === 'media-waiting') {
          this.growing = true
          await rest(waitingRestMs)
          continue
        }
        if (code !== 'media-interrupted') throw error
        if (part.reached > reached) tries = 0
        const delayMs = retryDelaysMs[tries]
        if (delayMs === undefined) throw new FailureError(failure('media-interrupted'), { cause: error })
        tries += 1
        await rest(delayMs)
      }
    }
  }

  /** One request for what the part lacks. Throws what is in the way; brings less than all of it where there is no more yet. */
  private async attempt(part: BytePart): Promise<void> {
    const from = part.reached
    const end = Math.min(part.end, from + stepBytes)
    const stall = new StallGuard()
    try {
      const response = await this.fetchBytes(this.url, {
        headers: { range: `bytes=${from}-${end - 1}`, ...(this.tag !== null && { 'if-match': this.tag }) },
        signal: AbortSignal.any([this.closing.signal, part.ending.signal, stall.signal]),
      })
      stall.feed()
      if (response.status === 416) {
        this.learn(response, totalOf(response.headers.get('content-range')))
        part.finish()
        return
      }
      if (!response.ok) throw new FailureError(await refusal(response))
      if (response.status === 200) await this.takeOfWhole(response, part, from, stall)
      else await this.takeRange(response, part, { from, end }, stall)
    } finally {
      stall.end()
    }
  }

  private async takeRange(
    response: Response,
    part: BytePart,
    { from, end }: { readonly from: number; readonly end: number },
    stall: StallGuard,
  ): Promise<void> {
    const range = response.headers.get('content-range')
    this.learn(response, totalOf(range))
    const last = Number(/^bytes \d+-(\d+)/.exec(range ?? '')?.[1] ?? Number.NaN)
    await takeBody(response, stall, (bytes) => part.take(bytes))
    if (this.total !== null && part.reached >= this.total) part.finish()
    if (part.isOver) return
    const isBroken = part.reached === from || (Number.isFinite(last) && part.reached <= last)
    if (isBroken) throw new Error('The answer ended before the bytes it promised')
    if (part.reached < end) this.growing = true
  }

  /** A server without ranges: everything comes, the part asked for is cut out. */
  private async takeOfWhole(response: Response, part: BytePart, from: number, stall: StallGuard): Promise<void> {
    const length = response.headers.get('content-length')
    this.learn(response, length === null ? null : Number(length))
    let at = 0
    await takeBody(response, stall, (bytes) => {
      if (at + bytes.length > from) part.take(bytes.subarray(Math.max(0, from - at)))
      at += bytes.length
    })
    this.total ??= at
    this.growing = false
    part.finish()
  }

  private learn(response: Response, total: number | null): void {
    const tag = strongTag(response.headers.get('etag'))
    // A server that knows nothing of conditions: its tag tells all the same.
    if (this.tag !== null && tag !== null && tag !== this.tag) throw new FailureError(failure('media-changed'))
    this.tag ??= tag
    this.type ??= response.status === 416 ? null : response.headers.get('content-type')
    this.total ??= total
    this.comes = response.headers.has(comingHeader)
    this.growing = total === null || this.comes
    this.hasAnswered = true
    this.tellAnswered()
  }
}

/** Breaks a transfer off when nothing comes for too long. */
class StallGuard {
  private readonly breaking = new AbortController()
  private timer = setTimeout(() => this.breaking.abort(), stallLimitMs)

  get signal(): AbortSignal {
    return this.breaking.signal
  }

  /** Something came. */
  feed(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.breaking.abort(), stallLimitMs)
  }

  end(): void {
    clearTimeout(this.timer)
  }
}

async function takeBody(response: Response, stall: StallGuard, take: (bytes: Uint8Array) => void): Promise<void> {
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (next?.value === undefined) return
    stall.feed()
    take(next.value)
  }
}

/** Why an answer brings no bytes. */
async function refusal(response: Response): Promise<ReturnType<typeof failure>> {
  const told = readFailure(await response.json().catch(() => null))
  if (told !== null) return told
  if (response.status === 412) return failure('media-changed')
  return failure(response.status === 404 ? 'file-missing' : 'media-interrupted')
}

/** Total length out of `Content-Range: bytes 0-99/1234`; null when it says none. */
function totalOf(header: string | null): number | null {
  const total = header?.split('/')[1]
  return total !== undefined && /^\d+$/.test(total) ? Number(total) : null
}

/** A tag that stands for these very bytes; null for a weak one, which does not. */
function strongTag(header: string | null): string | null {
  return header !== null && /^"[^"]*"$/.test(header) ? header : null
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
