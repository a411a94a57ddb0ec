import { containerOfType, extensionOf, streamTypeOf } from './local.ts'
import type { NodeContext } from './node.ts'
import type { Sound } from './sound/types.ts'
import type { TrackInfo } from './types.ts'

/** Where the node gets a track's sound from, as far as it changes what it does. */
export interface StreamSource {
  readonly sound: Sound
  readonly reach: 'local' | 'http'
  readonly container: string
  readonly hasRanges: boolean
}

/** Null for a track of no source this node has. */
export async function findStreamSource(node: NodeContext, info: TrackInfo): Promise<StreamSource | null> {
  if (!node.sources.includes(info.sourceName)) return null
  const place = info.uri ?? info.identifier
  if (info.sourceName === 'local') {
    const container = containerOfType(await streamTypeOf(place))
    return { sound: { kind: 'file', path: place }, reach: 'local', container, hasRanges: true }
  }
  if (info.sourceName === 'http') {
    const answer = await fetch(place, { headers: { range: 'bytes=0-0' } })
    await answer.body?.cancel()
    const container = extensionOf(new URL(place).pathname)
    return { sound: { kind: 'file', path: place }, reach: 'http', container, hasRanges: answer.status === 206 }
  }
  const known = node.catalogue.find(info)
  if (known === null) return null
  const hasRanges = node.originFileOf(known.track.encoded)?.serving.hasRanges ?? true
  return { sound: known.sound, reach: 'http', container: known.container, hasRanges }
}
