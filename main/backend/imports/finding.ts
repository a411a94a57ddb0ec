import type { CallOutput, Handlers } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { SpotifyTrack } from '../../../src/spotify/index.ts'
import type { NodeFinder } from '../nodelink/finding/index.ts'
import { createTrackLookup } from '../search/index.ts'
import type { Store } from '../store/index.ts'
import { decideRow } from './deciding.ts'
import { createMatchMemory, type MatchMemory } from './memory.ts'
import { trackIdsOf } from './outcome.ts'
import { keysOf, type Wanted } from './wanted.ts'

/** Finds single recordings that a person wants to hear now. */
export interface RecordingFinder {
  readonly handlers: Pick<Handlers, 'spotify.find'>
}

/** Finds them as imports do, and remembers them for imports: what is heard once is matched everywhere. */
export function createRecordingFinder(parts: {
  readonly store: Store
  readonly finder: NodeFinder
  /** Tracks in the order of the ids, once each. */
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
  /** Unix time in ms. */
  readonly now?: () => number
}): RecordingFinder {
  const { store, finder, tracksByIds, now = Date.now } = parts
  const memory = createMatchMemory(store, now)
  const looking = { memory: wantedAfterAll(memory), lookup: createTrackLookup(store), finder, tracksByIds }

  async function find(track: SpotifyTrack, signal: AbortSignal): Promise<CallOutput<'spotify.find'>> {
    const wanted = wantedOf(track)
    const { settled, isDecided, missed } = await decideRow(wanted, looking, signal)
    const { trackId } = settled
    if (trackId !== null && !isDecided) store.transaction(() => memory.keepFound(keysOf(wanted), trackId))
    const [first = null] = tracksByIds(trackIdsOf(settled).slice(0, 1))
    return {
      track: trackId === null ? null : first,
      nearest: trackId === null ? first : null,
      hasServers: finder.isThere(),
      notAsked: missed,
    }
  }

  return { handlers: { 'spotify.find': ({ track }, { signal }) => find(track, signal) } }
}

/** Whoever left a recording out of a playlist, and asks for it now, wants it now. */
function wantedAfterAll(memory: MatchMemory): MatchMemory {
  return {
    ...memory,
    recall(keys) {
      const recalled = memory.recall(keys)
      return recalled.decided?.trackId === null ? { ...recalled, decided: null } : recalled
    },
  }
}

function wantedOf({ id, title, artists, album, durationMs, isrc, isExplicit }: SpotifyTrack): Wanted {
  return { title, artists: [...artists], album, durationMs, isrc, isExplicit, spotifyId: id }
}
