import { type SearchResults, failure, FailureError } from '../../../../src/contract/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import type { SearchSource } from '../../search/index.ts'
import { type NodeClock, systemClock } from '../paces.ts'
import type { Nodes, UsableNode } from '../ports.ts'
import type { RecordingStore } from '../recordings/index.ts'
import { gather } from './gather.ts'
import type { FoundLists } from './lists.ts'
import { createLoader, type Question } from './loader.ts'
import { chooseSources } from './prefixes.ts'
import { mayFetchFrom, readTyped } from './typed.ts'

export interface NodeSourceParts {
  readonly nodes: Nodes
  readonly recordings: Pick<RecordingStore, 'keepAll'>
  readonly lists: FoundLists
  /** Tracks in the order of the ids, once each. */
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
  readonly clock?: NodeClock
}

/** A letter that is typed costs the node nothing: it is asked once nothing more was typed for so long, in ms. */
export const quietMs = 300

const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null, spotify: [] }

/** Tracks of a list that a link leads to, at most: as many as a playlist of ours holds. */
const mostOfList = 100_000

/** The person's NodeLink servers as a source of the one search: for words what they find, for a link what lies behind it. */
export function createNodeSource(parts: NodeSourceParts): SearchSource {
  const { nodes, recordings, lists, tracksByIds, clock = systemClock } = parts
  const { after } = clock
  const loader = createLoader({ nodes, recordings, now: clock.now })

  /** Nodes that may be asked. Rejects with why the preferred one cannot. */
  async function ready(signal: AbortSignal): Promise<readonly UsableNode[]> {
    const there = await nodes.ready(signal)
    if (there.length > 0) return there
    const [preferred = ''] = nodes.ids()
    throw new FailureError(nodes.failureOf(preferred) ?? failure('node-unreachable'))
  }

  /** Waits until typing pauses, unless all of it is known. */
  async function pause(questions: readonly Question[], signal: AbortSignal): Promise<void> {
    if (questions.every(({ identifier }) => loader.known(identifier) !== null)) return
    await new Promise<void>((resolve, reject) => {
      const cancel = after(quietMs, resolve)
      const ended = (): void => {
        cancel()
        reject(new FailureError(failure('cancelled')))
      }
      if (signal.aborted) ended()
      else signal.addEventListener('abort', ended, { once: true })
    })
  }

  async function findWords(
    words: string,
    limit: number,
    signal: AbortSignal,
    tell: (results: SearchResults) => void,
  ): Promise<SearchResults> {
    const sources = chooseSources(await ready(signal))
    if (sources.length === 0) throw new FailureError(failure('node-no-sources'))
    const questions = sources.map(({ prefix, nodes: having }): Question => ({
      identifier: `${prefix}:${words}`,
      nodes: having,
      limit,
    }))
    await pause(questions, signal)
    const answers = questions.map(async (question) => tracksByIds((await loader.load(question, signal)).trackIds))
    const tracks = await gather(answers, {
      tell: (some) => tell({ ...nothing, tracks: some.slice(0, limit) }),
      after,
    })
    return { ...nothing, tracks: tracks.slice(0, limit) }
  }

  async function followLink(url: string, host: string, limit: number, signal: AbortSignal): Promise<SearchResults> {
    const fitting = (await ready(signal)).filter((node) => mayFetchFrom(host, node.host))
    if (fitting.length === 0) throw new FailureError(failure('link-at-home', { host }))
    const question = { identifier: url, nodes: fitting, limit: mostOfList }
    await pause([question], signal)
    const { name, trackIds } = await loader.load(question, signal)
    const tracks = tracksByIds(trackIds.slice(0, limit))
    if (name === null || trackIds.length === 0) return { ...nothing, tracks }
    return {
      ...nothing,
      list: { id: lists.put(url, trackIds), name, trackCount: trackIds.length, source: sourceOf(tracks) },
    }
  }

  return {
    id: 'nodelink',
    isThere: () => nodes.ids().length > 0,
    async search(text, limit, signal, tell) {
      const typed = readTyped(text)
      switch (typed.kind) {
        case 'nothing':
          return nothing
        case 'refused':
          throw new FailureError(typed.error)
        case 'words':
          return findWords(typed.words, limit, signal, tell)
        case 'link':
          return followLink(typed.url, typed.host, limit, signal)
        default:
          return typed satisfies never
      }
    },
  }
}

/** The source that all of a list is from; null for a list of several. */
function sourceOf(tracks: readonly Track[]): string | null {
  const [first] = tracks
  return first?.source !== undefined && tracks.every(({ source }) => source === first.source) ? first.source : null
}
