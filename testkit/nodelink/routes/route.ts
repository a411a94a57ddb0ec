import type { IncomingMessage } from 'node:http'
import { type DecodedTrack, decodeTrack } from '../codec.ts'
import type { NodeContext } from '../node.ts'
import type { Outlet } from '../outlet.ts'

/** One request on its way through a route. */
export interface Call {
  readonly request: IncomingMessage
  readonly outlet: Outlet
  readonly address: URL
  /** Parsed where it came as JSON, else its text. */
  readonly body: unknown
}

export interface Route {
  readonly methods: readonly string[]
  /** What it answers with when all is well. */
  readonly contentType: string
  handle(node: NodeContext, call: Call): Promise<void>
}

/** The parameter as the node reads it: an unescaped `+` has become a space and is turned back. Null when missing or blank. */
export function encodedTrackOf(call: Call): string | null {
  const text = call.address.searchParams.get('encodedTrack')?.trim() ?? ''
  return text === '' ? null : text.replaceAll(' ', '+')
}

/** The track, or the node's words for why it is none. */
export function tryDecode(encoded: string): DecodedTrack | string {
  try {
    return decodeTrack(encoded)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
