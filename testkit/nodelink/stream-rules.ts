import type { NodeMode } from './types.ts'

/** What the node does with one request for sound, before any sound. */
export type StreamRule =
  | {
      readonly kind: 'plays'
      /** False: it starts at 0, whatever was asked. */
      readonly honoursPosition: boolean
      readonly driftsLoudness: boolean
      /** Filters are ignored unless this says so. */
      readonly appliesFilters: boolean
      /** True: the process dies when the client leaves early. */
      readonly diesOnAbort: boolean
      /** True: it dies when all is sent, before it can say that this was the end. */
      readonly diesAtEnd: boolean
    }
  /** 500 with these words. */
  | { readonly kind: 'refuses'; readonly message: string }
  /** The socket is closed without a word. */
  | { readonly kind: 'closes' }
  /** No header ever. */
  | { readonly kind: 'hangs' }

export interface StreamCase {
  readonly mode: NodeMode
  /** A file on the node's disk, or something it fetches. */
  readonly reach: 'local' | 'http'
  readonly container: string
  readonly volume: number
  /** In ms. */
  readonly position: number
  /** Whether the server it fetches from answers ranges. */
  readonly hasRanges: boolean
}

/** Files that the node's own decoder reads whole: with them it survives being left. */
const survivors = new Set(['mp3', 'flac', 'wav', 'ogg'])
const localContainers = new Set([...survivors, 'm4a', 'mp4', 'aac', 'webm', 'opus'])
/** What its reader of remote files cannot name. */
const unnamedRemotely = new Set(['wav', 'ogg', 'opus'])

/** The table of what was seen of the real node, by mode, place, container, volume and position. */
export function streamRule(asked: StreamCase): StreamRule {
  const { mode, reach, container, volume, position } = asked
  const isLocal = reach === 'local'
  if (isLocal && !localContainers.has(container)) return { kind: 'refuses', message: unsupported('arbitrary') }
  if (isLocal && container === 'opus') {
    return mode === 'single' ? { kind: 'closes' } : { kind: 'refuses', message: 'offset is out of bounds' }
  }
  if (!isLocal && unnamedRemotely.has(container)) return { kind: 'refuses', message: unsupported('undefined') }
  if (!isLocal && container === 'flac' && position > 0 && asked.hasRanges) return { kind: 'hangs' }
  return {
    kind: 'plays',
    honoursPosition: isLocal ? container === 'mp3' : asked.hasRanges,
    driftsLoudness: mode === 'cluster' || !isLocal,
    appliesFilters: mode === 'cluster' && isLocal,
    diesOnAbort: mode === 'single' && !(isLocal && survivors.has(container) && volume === 100),
    diesAtEnd: mode === 'single' && !isLocal && !asked.hasRanges && (container === 'm4a' || container === 'mp4'),
  }
}

const readable = [
  'MP3 (audio/mpeg)',
  'AAC (audio/aac, audio/aacp, video/quicktime, mp4, m4a, m4v, mov, hls, mpegurl, fmp4, mpegts)',
  'FLAC (audio/flac)',
  'OGG Vorbis (audio/ogg, audio/vorbis)',
  'WAV (audio/wav)',
  'Opus (webm/opus, ogg/opus, webm, weba)',
  'FLV (video/x-flv, flv)',
]

/** The node names all it could read, a line each. */
export function unsupported(type: string): string {
  const lines = readable.map((format) => `  • ${format}`)
  return [`Unsupported audio format: '${type}'.`, 'Supported formats:', ...lines].join('\n')
}
