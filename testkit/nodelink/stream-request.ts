import { type Call, encodedTrackOf, isRecord } from './routes/route.ts'

export interface StreamRequest {
  readonly encodedTrack: string
  /** In percent. */
  readonly volume: number
  /** In ms. */
  readonly position: number
  /** Of the timescale filter, the one whose effect can be counted; 1 without it. */
  readonly speed: number
}

/** Null where the node says "Invalid parameters". A body must have real numbers; a query may have `t` for position. */
export function readStreamRequest(call: Call): StreamRequest | null {
  const asked = call.request.method === 'POST' ? fromBody(call.body) : fromQuery(call)
  if (asked === null) return null
  const { volume, position } = asked
  const isInRange =
    Number.isFinite(volume) && volume >= 0 && volume <= 1000 && Number.isFinite(position) && position >= 0
  return isInRange ? asked : null
}

function fromBody(body: unknown): StreamRequest | null {
  if (!isRecord(body)) return null
  const { encodedTrack, volume = 100, position = 0, filters = {} } = body
  if (typeof encodedTrack !== 'string' || encodedTrack.trim() === '') return null
  if (typeof volume !== 'number' || typeof position !== 'number' || !isRecord(filters)) return null
  return { encodedTrack: encodedTrack.replaceAll(' ', '+'), volume, position, speed: speedOf(filters) }
}

function fromQuery(call: Call): StreamRequest | null {
  const query = call.address.searchParams
  const encodedTrack = encodedTrackOf(call)
  if (encodedTrack === null) return null
  const number = (text: string | null, otherwise: number): number => (text ? Number(text) : otherwise)
  const volume = number(query.get('volume'), 100)
  const position = number(query.get('position') ?? query.get('t'), 0)
  return { encodedTrack, volume, position, speed: speedOf(parsed(query.get('filters'))) }
}

function speedOf(filters: unknown): number {
  const timescale = isRecord(filters) ? filters['timescale'] : null
  const speed = isRecord(timescale) ? timescale['speed'] : null
  return typeof speed === 'number' && speed > 0 ? speed : 1
}

/** Filters of a query that are no JSON are as good as none. */
function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return null
  }
}
