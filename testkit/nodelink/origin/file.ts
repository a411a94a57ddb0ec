import { randomUUID } from 'node:crypto'
import type { Fault } from '../faults.ts'
import type { Sound } from '../sound/types.ts'
import type { Redirect } from './redirect.ts'

/** How a file is served; changed at any moment, for the requests that follow. */
export interface Serving {
  hasRanges: boolean
  contentType: string
  answersHead: boolean
  fault: Fault | null
  redirect: Redirect | null
}

/** One file at the origin. Its addresses are signed, and stop working on command. */
export class OriginFile {
  readonly sound: Sound
  readonly serving: Serving
  private readonly path: string
  private readonly origin: string
  /** What each signature that was handed out answers with: null while it is good. */
  private readonly signatures = new Map<string, 403 | 410 | null>()

  constructor(origin: string, path: string, sound: Sound, serving: Serving) {
    this.origin = origin
    this.path = path
    this.sound = sound
    this.serving = serving
  }

  /** A fresh address. */
  sign(): string {
    const signature = randomUUID()
    this.signatures.set(signature, null)
    return `${this.origin}${this.path}?signature=${signature}`
  }

  /** Every address handed out so far answers with this from now on. Those signed later work. */
  expire(status: 403 | 410 = 403): void {
    for (const signature of this.signatures.keys()) this.signatures.set(signature, status)
  }

  /** Null for an address that works. */
  refusal(address: URL): 403 | 410 | null {
    const known = this.signatures.get(address.searchParams.get('signature') ?? '')
    return known === undefined ? 403 : known
  }
}
