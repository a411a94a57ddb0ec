import { failure, FailureError } from '../../../../src/failure/index.ts'

interface Waiter {
  readonly end: number
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Consecutive bytes of a file that come from front to back; who needs the first of them does not wait for the last. */
export class BytePart {
  readonly start: number
  /** Ends what is under way for it. */
  readonly ending = new AbortController()
  /** Resolves when nothing more comes: all of it is here, or the file ends, or it failed. */
  readonly done: Promise<void>
  private readonly bytes: Uint8Array
  private readonly waiters = new Set<Waiter>()
  private filled = 0
  private over = false
  private failed: { readonly error: unknown } | null = null
  private readonly tellDone: () => void

  /** From byte `start` up to (not including) `end`. */
  constructor(start: number, end: number) {
    this.start = start
    this.bytes = new Uint8Array(Math.max(0, end - start))
    const { promise, resolve } = Promise.withResolvers<void>()
    this.done = promise
    this.tellDone = resolve
    // A range of no bytes cannot be asked for: a server would send the whole file.
    if (this.bytes.length === 0) this.finish()
  }

  /** Where it ends unless the file ends before. */
  get end(): number {
    return this.start + this.bytes.length
  }

  /** The byte behind the last one that came. */
  get reached(): number {
    return this.start + this.filled
  }

  /** Whether nothing more comes. */
  get isOver(): boolean {
    return this.over
  }

  /** Whether it came to an end before its time. */
  get hasFailed(): boolean {
    return this.failed !== null
  }

  /** Takes bytes that follow on those before; what lies beyond its end is left. */
  take(bytes: Uint8Array): void {
    if (this.over) return
    const taken = bytes.subarray(0, this.bytes.length - this.filled)
    this.bytes.set(taken, this.filled)
    this.filled += taken.length
    if (this.filled === this.bytes.length) this.finish()
    else this.wake()
  }

  /** Nothing more comes: it is full, or the file ends here. */
  finish(): void {
    this.over = true
    this.wake()
    this.tellDone()
  }

  /** Nothing more comes, because of this. What came before can be had all the same. */
  fail(error: unknown): void {
    if (this.over) return
    this.failed = { error }
    this.finish()
  }

  /** Nobody wants the rest. */
  abandon(): void {
    this.ending.abort()
    this.fail(new FailureError(failure('cancelled')))
  }

  /** Its bytes up to (not including) byte `end` of the file, as soon as they are here; fewer where the file ends. */
  async upTo(end: number): Promise<Uint8Array> {
    if (!this.over && end > this.reached) {
      await new Promise<void>((resolve, reject) => this.waiters.add({ end, resolve, reject }))
    } else if (this.failed !== null && end > this.reached) throw this.failed.error
    return this.bytes.subarray(0, Math.min(this.filled, end - this.start))
  }

  private wake(): void {
    for (const waiter of this.waiters) {
      const isHere = waiter.end <= this.reached
      if (!isHere && !this.over) continue
      this.waiters.delete(waiter)
      if (isHere || this.failed === null) waiter.resolve()
      else waiter.reject(this.failed.error)
    }
  }
}
