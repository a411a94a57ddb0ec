import { type Refusal, sendError, sendJson } from '../answer.ts'
import { encodeTrack } from '../codec.ts'
import type { TrackInfo } from '../types.ts'
import { encodedTrackOf, isRecord, type Route, tryDecode } from './route.ts'

export const missingTrack: Refusal = {
  status: 400,
  error: 'Bad Request',
  message: 'Missing encodedTrack parameter.',
}

const undecodable = (message: string): Refusal => ({
  status: 500,
  error: 'Failed to decode track',
  message,
  leaksTrace: true,
})

export const decodeOne: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  async handle(_node, call) {
    const { request, outlet } = call
    const encoded = encodedTrackOf(call)
    if (encoded === null) {
      await sendError(request, outlet, { ...missingTrack, leaksTrace: true })
      return
    }
    const track = tryDecode(encoded)
    if (typeof track === 'string') {
      await sendError(request, outlet, undecodable(track))
      return
    }
    const { info, details, messageFlags } = track
    const pluginInfo = details.length > 0 ? { details } : {}
    await sendJson(request, outlet, 200, { encoded, info, pluginInfo, userData: {}, messageFlags })
  },
}

/** One bad item spoils the whole call. */
export const decodeMany: Route = {
  methods: ['POST'],
  contentType: 'application/json',
  async handle(_node, { request, outlet, body }) {
    if (!isTextList(body)) {
      const message = 'encodedTracks parameter must be a non-empty array of strings.'
      await sendError(request, outlet, { status: 400, error: 'Invalid request', message, leaksTrace: true })
      return
    }
    const tracks: unknown[] = []
    for (const encoded of body) {
      const track = tryDecode(encoded.replaceAll(' ', '+'))
      if (typeof track === 'string') {
        await sendError(request, outlet, undecodable(track))
        return
      }
      const { info, details, messageFlags } = track
      tracks.push({ encoded: track.encoded, info, details, pluginInfo: {}, userData: {}, messageFlags })
    }
    await sendJson(request, outlet, 200, tracks)
  },
}

/** Answers a JSON text, not an object. `details` must be there, though the node's own answers often leave it out. */
export const encodeOne: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  async handle(_node, { request, outlet, address }) {
    const refuse = (message: string): Promise<void> =>
      sendError(request, outlet, { status: 400, error: 'Bad Request', message, leaksTrace: true })
    const text = address.searchParams.get('track')?.trim() ?? ''
    if (text === '') {
      await refuse('Track payload is required.')
      return
    }
    const track = parsed(text)
    if (isEncodable(track)) await sendJson(request, outlet, 200, encodeTrack(track, track.details))
    else await refuse('Track payload must be a valid track info object.')
  },
}

export const encodeMany: Route = {
  methods: ['POST'],
  contentType: 'application/json',
  async handle(_node, { request, outlet, body }) {
    const items = Array.isArray(body)
      ? body.map((item: unknown) => (isRecord(item) ? (item['info'] ?? item) : item))
      : []
    const tracks = items.filter(isEncodable)
    if (tracks.length === 0 || tracks.length < items.length) {
      const message = 'tracks parameter must be an array and cannot be empty.'
      await sendError(request, outlet, { status: 400, error: 'Invalid request', message, leaksTrace: true })
      return
    }
    await sendJson(
      request,
      outlet,
      200,
      tracks.map((track) => encodeTrack(track, track.details)),
    )
  },
}

type Encodable = Omit<TrackInfo, 'isSeekable'> & { readonly details: readonly (string | null)[] }

function isEncodable(value: unknown): value is Encodable {
  if (!isRecord(value)) return false
  const isText = (key: string): boolean => typeof value[key] === 'string'
  const isTextOrNull = (key: string): boolean => value[key] === null || isText(key)
  const { details } = value
  return (
    ['title', 'author', 'identifier', 'sourceName'].every(isText) &&
    ['uri', 'artworkUrl', 'isrc'].every(isTextOrNull) &&
    ['length', 'position'].every((key) => Number.isFinite(value[key])) &&
    typeof value['isStream'] === 'boolean' &&
    Array.isArray(details) &&
    details.every((detail) => detail === null || typeof detail === 'string')
  )
}

function isTextList(body: unknown): body is string[] {
  return Array.isArray(body) && body.length > 0 && body.every((item) => typeof item === 'string' && item.trim() !== '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
