import { type Refusal, sendError, sendJson } from '../answer.ts'
import { streamTypeOf } from '../local.ts'
import type { NodeContext } from '../node.ts'
import type { TrackInfo } from '../types.ts'
import { encodedTrackOf, type Route, tryDecode } from './route.ts'
import { missingTrack } from './tracks.ts'

export const switchedOff: Refusal = {
  status: 404,
  error: 'Not Found',
  message: 'The requested route was not found.',
}

export const serverError = (message: string, leaksTrace = false): Refusal => ({
  status: 500,
  error: 'Internal Server Error',
  message,
  leaksTrace,
})

/** A direct address for a track. In cluster mode the node never has one. */
export const trackStream: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  async handle(node, call) {
    const { request, outlet, address } = call
    const refuse = (refusal: Refusal): Promise<void> => sendError(request, outlet, refusal)
    if (!node.behaviour.hasTrackStream) return refuse(switchedOff)
    if (node.mode === 'cluster') return refuse(serverError('Track stream runtime contract is incomplete.', true))
    const encoded = encodedTrackOf(call)
    if (encoded === null) return refuse(missingTrack)
    const itag = address.searchParams.get('itag')
    if (itag && !Number.isFinite(Number(itag))) {
      const message = 'itag parameter must be a valid number.'
      return refuse({ status: 400, error: 'Bad Request', message, leaksTrace: true })
    }
    const track = tryDecode(encoded)
    if (typeof track === 'string') return refuse(serverError(track, true))
    const answer = await directAddress(node, track.info)
    if (typeof answer === 'string') return refuse(serverError(answer))
    return sendJson(request, outlet, 200, answer)
  },
}

/** The answer, or the words of a source that has none. */
async function directAddress(node: NodeContext, info: TrackInfo): Promise<Record<string, unknown> | string> {
  if (info.sourceName === 'local') {
    const file = info.uri ?? info.identifier
    return { url: file, protocol: 'local', format: await streamTypeOf(file) }
  }
  if (info.sourceName === 'http') return { url: info.uri, protocol: 'http' }
  const known = node.catalogue.find(info)
  const file = known === null ? null : node.originFileOf(known.track.encoded)
  if (known === null || file === null) return 'No stream found for this track.'
  const { exception, ...extra } = known.facts.stream ?? {}
  if (typeof exception === 'string') return exception
  return { url: node.addressOf(file), protocol: 'http', format: formatOf(known.container), ...extra }
}

/** The service's word for a kind of file, as the node passes it on. */
function formatOf(container: string): string {
  return container === 'webm' ? 'webm/opus' : container === 'm4a' ? 'mp4' : container
}
