import { encodeTrack } from './codec.ts'
import { extensionOf } from './local.ts'
import { pcmFormat, type Sound } from './sound/types.ts'
import type { ListFacts, NodeTrack, TrackFacts, TrackInfo } from './types.ts'

/** A track of the catalogue with what the node knows about its sound. */
export interface CatalogueTrack {
  readonly track: NodeTrack
  readonly sound: Sound
  readonly container: string
  readonly facts: TrackFacts
}

/** What the stand-in's services know: added by tests, found by search, address and encoded text. */
export class Catalogue {
  private readonly tracks: CatalogueTrack[] = []
  private readonly lists: ListFacts[] = []

  addTrack(facts: TrackFacts): NodeTrack {
    const source = facts.source ?? 'youtube'
    const sound: Sound = typeof facts.sound === 'string' ? { kind: 'file', path: facts.sound } : facts.sound
    const identifier = facts.identifier ?? `${source}-${this.tracks.length + 1}`
    const isStream = facts.isStream ?? false
    const info: TrackInfo = {
      identifier,
      isSeekable: !isStream,
      author: facts.author ?? 'Unknown artist',
      length: facts.lengthMs ?? trueLengthMs(sound),
      isStream,
      position: 0,
      title: facts.title,
      uri: facts.uri === undefined ? `https://${source}.example/${encodeURIComponent(identifier)}` : facts.uri,
      artworkUrl: facts.artworkUrl ?? null,
      isrc: facts.isrc ?? null,
      sourceName: source,
    }
    const track = { encoded: encodeTrack(info), info, pluginInfo: {} }
    const container = facts.container ?? (sound.kind === 'file' ? extensionOf(sound.path) : 'webm')
    this.tracks.push({ track, sound, container, facts })
    return track
  }

  addList(facts: ListFacts): void {
    this.lists.push(facts)
  }

  listAt(uri: string): ListFacts | null {
    return this.lists.find((list) => list.uri === uri) ?? null
  }

  trackAt(uri: string): NodeTrack | null {
    return this.tracks.find(({ track }) => track.info.uri === uri)?.track ?? null
  }

  /** The one that an encoded track means. The text itself need not be ours: another writer may have encoded the same facts. */
  find(info: Pick<TrackInfo, 'sourceName' | 'identifier'>): CatalogueTrack | null {
    const matches = ({ track }: CatalogueTrack): boolean =>
      track.info.sourceName === info.sourceName && track.info.identifier === info.identifier
    return this.tracks.find(matches) ?? null
  }

  /** What a source finds: every word in title or author, in the order they were added; or the one with an ISRC. */
  search(source: string, query: string, limit: number): readonly NodeTrack[] {
    const own = this.tracks.map(({ track }) => track).filter(({ info }) => info.sourceName === source)
    const isrc = isrcOf(query)
    if (isrc !== null) return own.filter(({ info }) => info.isrc === isrc).slice(0, 1)
    const words = query
      .replace(/^(track|album|artist|playlist|channel):/, '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
    const hasAll = ({ info }: NodeTrack): boolean => {
      const text = `${info.title} ${info.author}`.toLowerCase()
      return words.every((word) => text.includes(word.replaceAll('"', '')))
    }
    return own.filter(hasAll).slice(0, limit)
  }
}

/** `isrc:` or a bare ISRC, hyphens allowed; null where the query is words. */
function isrcOf(query: string): string | null {
  const named = query.startsWith('isrc:')
  const text = query
    .slice(named ? 5 : 0)
    .replaceAll('-', '')
    .toUpperCase()
  return named || /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(text) ? text : null
}

function trueLengthMs(sound: Sound): number {
  return sound.kind === 'generated' ? Math.round((sound.frames * 1000) / pcmFormat.sampleRateHz) : -1
}
