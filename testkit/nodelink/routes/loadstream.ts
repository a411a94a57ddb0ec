import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { type Refusal, sendError, sendWorkerError } from '../answer.ts'
import { changed } from '../sound/change.ts'
import { inOddChunks } from '../sound/chunks.ts'
import { pcmOf } from '../sound/pcm.ts'
import { pcmFormat } from '../sound/types.ts'
import { readStreamRequest } from '../stream-request.ts'
import { streamRule } from '../stream-rules.ts'
import { findStreamSource } from '../stream-source.ts'
import { type Route, tryDecode } from './route.ts'
import { serverError, switchedOff } from './trackstream.ts'

const pcmType = 'audio/l16;rate=48000;channels=2'

/** Sound as raw samples: as fast as the client takes it, with no word about how much will come. */
export const loadStream: Route = {
  methods: ['GET', 'POST'],
  contentType: pcmType,
  async handle(node, call) {
    const { request, outlet } = call
    const isCluster = node.mode === 'cluster'
    const refuse = (refusal: Refusal): Promise<void> => sendError(request, outlet, refusal)
    const fail = (message: string): Promise<void> =>
      isCluster ? sendWorkerError(request, outlet, message) : refuse(serverError(message))
    if (!node.behaviour.hasLoadStream) return refuse(switchedOff)
    const asked = readStreamRequest(call)
    if (asked === null) return refuse({ status: 400, error: 'Bad Request', message: 'Invalid parameters' })
    const track = tryDecode(asked.encodedTrack)
    if (typeof track === 'string') return refuse(serverError(track))
    const source = await findStreamSource(node, track.info)
    if (source === null) return fail('No stream found for this track.')
    const { volume, position } = asked
    const rule = streamRule({ ...source, mode: node.mode, volume, position })
    switch (rule.kind) {
      case 'refuses':
        return fail(rule.message)
      case 'closes':
        request.socket.resetAndDestroy()
        return undefined
      case 'hangs':
        await once(outlet.response, 'close')
        return undefined
      case 'plays':
        break
    }
    await after(node.behaviour.firstByteDelayMs)
    const isSeek = rule.honoursPosition && position > 0
    const landed = isSeek ? Math.max(0, node.behaviour.landings[source.container]?.(position) ?? position) : 0
    const parts = changed(pcmOf(source.sound, Math.floor((landed * pcmFormat.sampleRateHz) / 1000)), {
      volume,
      driftsLoudness: rule.driftsLoudness && node.behaviour.driftsLoudness,
      speed: rule.appliesFilters ? asked.speed : 1,
    })
    if (rule.diesOnAbort) {
      outlet.response.once('close', () => {
        if (outlet.wasLeft) node.die()
      })
    }
    let hasHead = false
    for await (const chunk of inOddChunks(parts)) {
      if (!hasHead)
        outlet.head(200, { 'Content-Type': pcmType, 'Transfer-Encoding': 'chunked', Connection: 'keep-alive' })
      hasHead = true
      if (!(await outlet.write(chunk))) return undefined
    }
    if (rule.diesAtEnd && node.behaviour.canDie) {
      await outlet.flushed()
      node.die()
      return undefined
    }
    // Nothing to send, or a place past the end: a success of no bytes. A worker then does not even say what it would have been.
    if (!hasHead) outlet.head(200, isCluster ? { 'Content-Length': 0 } : { 'Content-Type': pcmType })
    return outlet.end()
  },
}
