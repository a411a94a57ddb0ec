import { type Refusal, sendError, sendJson } from '../answer.ts'
import type { DecodedTrack } from '../codec.ts'
import type { NodeContext } from '../node.ts'
import { type Call, encodedTrackOf, type Route, tryDecode } from './route.ts'
import { missingTrack } from './tracks.ts'

/** What both of them refuse in cluster mode, whatever is asked: the main process there has neither. */
const incomplete = (what: string): Refusal => ({
  status: 500,
  error: 'Internal Server Error',
  message: `${what} runtime contract is incomplete.`,
  leaksTrace: true,
})

/** Lyrics fail with status 200 and the error in `data`, unlike loadtracks. */
export const loadLyrics: Route = about('Lyrics', (node, track) => {
  if (track.info.sourceName === 'local') {
    const message = 'Could not re-fetch track information before loading lyrics.'
    return { loadType: 'error', data: { message, severity: 'fault' } }
  }
  const lyrics = node.catalogue.find(track.info)?.facts.lyrics
  return lyrics === undefined ? { loadType: 'empty', data: {} } : { loadType: 'lyrics', data: lyrics }
})

/** Only YouTube has chapters; every other source answers an empty list. */
export const loadChapters: Route = about('Chapters', (node, track) => {
  const hasChapters = ['youtube', 'ytmusic'].includes(track.info.sourceName)
  return hasChapters ? (node.catalogue.find(track.info)?.facts.chapters ?? []) : []
})

function about(what: string, answer: (node: NodeContext, track: DecodedTrack) => unknown): Route {
  return {
    methods: ['GET'],
    contentType: 'application/json',
    async handle(node, call: Call) {
      const { request, outlet } = call
      if (node.mode === 'cluster') {
        await sendError(request, outlet, incomplete(what))
        return
      }
      const encoded = encodedTrackOf(call)
      if (encoded === null) {
        await sendError(request, outlet, missingTrack)
        return
      }
      const track = tryDecode(encoded)
      if (typeof track === 'string') {
        const refusal = { status: 500, error: 'Internal Server Error', message: track, leaksTrace: true }
        await sendError(request, outlet, refusal)
      } else await sendJson(request, outlet, 200, answer(node, track))
    },
  }
}

/** Works in both modes, and found nothing wherever it was tried. */
export const meaning: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  async handle(_node, call) {
    const { request, outlet } = call
    const encoded = encodedTrackOf(call)
    const refuse = (error: string, message: string): Promise<void> =>
      sendError(request, outlet, { status: 400, error, message, leaksTrace: true })
    if (encoded === null) {
      await refuse('missing encodedTrack parameter', 'encodedTrack parameter is required.')
      return
    }
    const track = tryDecode(encoded)
    if (typeof track === 'string') await refuse('invalid encodedTrack', track)
    else await sendJson(request, outlet, 200, { loadType: 'empty', data: {} })
  },
}
