import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { Fault } from './faults.ts'
import { answerHostilely, drainedOrGone } from './hostile.ts'

/**
 * The way out to the client: what a route writes passes here, where the faults are. Writing waits until the socket takes more,
 * so that a slow reader slows the sender down.
 */
export class Outlet {
  readonly response: ServerResponse
  private readonly fault: Fault | null
  private readonly onSent: (bytes: number) => void
  private sent = 0
  private readonly beganMs = performance.now()
  private wasCut = false

  constructor(response: ServerResponse, fault: Fault | null, onSent: (bytes: number) => void) {
    this.response = response
    this.fault = fault
    this.onSent = onSent
  }

  get isGone(): boolean {
    return this.response.destroyed
  }

  /** Whether the client went before the end, rather than a fault cutting it off. */
  get wasLeft(): boolean {
    return !this.response.writableFinished && this.isGone && !this.wasCut
  }

  /** What the fault does in the route's place. True when the request is dealt with. */
  async preempts(contentType: string): Promise<boolean> {
    const { fault, response } = this
    if (fault === null) return false
    if (fault.kind === 'delay') await after(fault.delayMs)
    if (fault.kind === 'delay' || fault.kind === 'throttle' || fault.kind === 'cut') return false
    if (fault.kind === 'hang') return fault.afterBytes === undefined
    if (fault.kind === 'hostile') await answerHostilely(response, fault.what, contentType, this.onSent)
    else if (fault.kind === 'reset') response.socket?.resetAndDestroy()
    else if (fault.kind === 'empty') response.writeHead(200, { 'content-type': contentType }).end()
    else if (fault.kind === 'body') response.writeHead(200, { 'content-type': fault.contentType }).end(fault.body)
    else
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body ?? '{}')
    return true
  }

  head(status: number, headers: OutgoingHttpHeaders): void {
    this.response.writeHead(status, headers)
  }

  /** False when there is nobody to write to any more. */
  async write(bytes: Buffer): Promise<boolean> {
    const { fault } = this
    if (fault?.kind === 'throttle') return this.writeSlowly(bytes, fault.bytesPerSecond)
    if ((fault?.kind === 'cut' || fault?.kind === 'hang') && fault.afterBytes !== undefined) {
      const room = fault.afterBytes - this.sent
      if (bytes.length >= room) {
        await this.pass(bytes.subarray(0, Math.max(0, room)))
        return this.stop(fault.kind)
      }
    }
    return this.pass(bytes)
  }

  async end(bytes: Buffer | null = null): Promise<void> {
    if (bytes !== null && !(await this.write(bytes))) return
    if (!this.isGone) this.response.end()
  }

  /** Resolves when everything written has left this process. */
  async flushed(): Promise<void> {
    while (!this.isGone && (this.response.socket?.writableLength ?? 0) > 0) await after(1)
  }

  private async pass(bytes: Buffer): Promise<boolean> {
    if (this.isGone) return false
    if (bytes.length === 0) return true
    this.sent += bytes.length
    this.onSent(bytes.length)
    if (!this.response.write(bytes)) await drainedOrGone(this.response)
    return !this.isGone
  }

  private async writeSlowly(bytes: Buffer, bytesPerSecond: number): Promise<boolean> {
    // Twenty parts a second: smooth enough for a buffer to see a steady rate.
    const partBytes = Math.max(1, Math.floor(bytesPerSecond / 20))
    for (let at = 0; at < bytes.length; at += partBytes) {
      const part = bytes.subarray(at, at + partBytes)
      const dueMs = ((this.sent + part.length) * 1000) / bytesPerSecond - (performance.now() - this.beganMs)
      if (dueMs > 1) await after(dueMs)
      if (!(await this.pass(part))) return false
    }
    return true
  }

  private async stop(how: 'cut' | 'hang'): Promise<false> {
    if (how === 'cut') {
      // The bytes before the cut must have left this process, or the reset would swallow them too.
      await this.flushed()
      this.wasCut = true
      this.response.destroy()
    } else if (!this.isGone) {
      await new Promise<void>((resolve) => this.response.once('close', resolve))
    }
    return false
  }
}
