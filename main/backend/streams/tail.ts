/** Bytes of the end that are remembered. */
const tailBytes = 4096

/** The last bytes that came of a stream that can only be read from its beginning: when it has to be, they tell whether it is still the same. */
export class Tail {
  private bytes = new Uint8Array()
  private endAt = 0

  /** How far the stream has come, in bytes. */
  get end(): number {
    return this.endAt
  }

  /** The stream goes on. `offset` lies no further than the end; what was seen before is left alone. */
  add(offset: number, chunk: Uint8Array): void {
    const fresh = chunk.subarray(Math.max(0, this.endAt - offset))
    if (fresh.length === 0) return
    this.endAt += fresh.length
    if (fresh.length >= tailBytes) {
      this.bytes = fresh.slice(-tailBytes)
      return
    }
    const kept = this.bytes.subarray(Math.max(0, this.bytes.length + fresh.length - tailBytes))
    const next = new Uint8Array(kept.length + fresh.length)
    next.set(kept)
    next.set(fresh, kept.length)
    this.bytes = next
  }

  /** Whether bytes that came again differ from those remembered. */
  differs(offset: number, chunk: Uint8Array): boolean {
    const begin = this.endAt - this.bytes.length
    const from = Math.max(offset, begin)
    const to = Math.min(offset + chunk.length, this.endAt)
    for (let at = from; at < to; at += 1) if (chunk[at - offset] !== this.bytes[at - begin]) return true
    return false
  }
}
