import type { HostileKind } from './hostile.ts'
import type { NodeTrack } from './types.ts'

/** What goes wrong on command, on one route of the node or one address of the origin. */
export type Fault =
  /** Waits before it answers, in real ms; then answers as always. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** The body comes no faster than this. */
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }
  /** The connection breaks after so many bytes of the body. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** The body stops after so many bytes and the connection stays open; without a number there is not even a header. */
  | { readonly kind: 'hang'; readonly afterBytes?: number }
  /** 200 and an end. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  /** The connection is broken before a word of answer. */
  | { readonly kind: 'reset' }
  /** 200 with this body, whatever was asked: half of a JSON text, a page of HTML … */
  | { readonly kind: 'body'; readonly body: string; readonly contentType: string }
  | { readonly kind: 'hostile'; readonly what: HostileKind }

interface Planned {
  readonly fault: Fault
  readonly encoded: string | null
  left: number
}

/** The faults that are planned, by route. Changed at any moment; each request takes the next of its route, else of `*`. */
export class Faults {
  private readonly planned = new Map<string, Planned[]>()

  /** `times` requests of that route fail so; without it all, until it is cleared. Several are used up in their order. */
  add(route: string, fault: Fault, times = Infinity): void {
    this.plan(route, { fault, encoded: null, left: times })
  }

  /** Every request of that route for one track fails so, until it is cleared. */
  addFor(track: NodeTrack, route: string, fault: Fault): void {
    this.plan(route, { fault, encoded: track.encoded, left: Infinity })
  }

  /** Mends one route, or everything. */
  clear(route?: string): void {
    if (route === undefined) this.planned.clear()
    else this.planned.delete(route)
  }

  take(route: string, query: URLSearchParams): Fault | null {
    return this.takeFrom(route, query) ?? this.takeFrom('*', query)
  }

  private plan(route: string, planned: Planned): void {
    this.planned.set(route, [...(this.planned.get(route) ?? []), planned])
  }

  private takeFrom(route: string, query: URLSearchParams): Fault | null {
    const asked = query.get('encodedTrack')
    const next = this.planned
      .get(route)
      ?.find(({ left, encoded }) => left > 0 && (encoded === null || encoded === asked))
    if (next === undefined) return null
    next.left--
    return next.fault
  }
}
