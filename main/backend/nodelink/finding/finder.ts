import { failure, FailureError } from '../../../../src/contract/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import type { Urgency } from '../pace.ts'
import type { Nodes, UsableNode } from '../ports.ts'
import type { RecordingStore } from '../recordings/index.ts'
import { createLoader, type Question } from './loader.ts'
import { chooseSources, type SourceToAsk } from './prefixes.ts'
import { readTyped } from './typed.ts'

/** Something to look for: a recording's code, or words. */
export interface NodeQuery {
  readonly kind: 'isrc' | 'text'
  readonly text: string
}

/** Looks for recordings at the person's servers. */
export interface NodeFinder {
  /** Whether there are servers to ask at all. */
  isThere(): boolean
  /**
   * What they find, one request after the other, the most telling first: whoever has found enough stops asking. Rejects with a
   * `FailureError` where nothing could be asked.
   */
  find(queries: readonly NodeQuery[], signal: AbortSignal): AsyncGenerator<readonly Track[], void, undefined>
}

/** Requests that one recording may cost. */
const mostRequests = 3
/** Tracks kept of one answer: a match is among the first or not there. */
const tracksPerAnswer = 10

export function createNodeFinder(parts: {
  readonly nodes: Nodes
  readonly recordings: Pick<RecordingStore, 'keepAll' | 'recording'>
  /** Tracks in the order of the ids, once each. */
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
  readonly now: () => number
  /** At the pace of what is brought over in the background, where left out. */
  readonly urgency?: Urgency
}): NodeFinder {
  const { nodes, recordings, tracksByIds, urgency = 'import' } = parts
  const loader = createLoader({ ...parts, urgency })

  async function questionsFor(queries: readonly NodeQuery[], signal: AbortSignal): Promise<readonly Question[]> {
    const there = await nodes.ready(signal)
    if (there.length === 0) {
      const [preferred = ''] = nodes.ids()
      throw new FailureError(nodes.failureOf(preferred) ?? failure('node-unreachable'))
    }
    const sources = chooseSources(there)
    if (sources.length === 0) throw new FailureError(failure('node-no-sources'))
    const questions = queries.flatMap((query) => sources.flatMap((source) => questionOf(query, source)))
    return questions.slice(0, mostRequests)
  }

  return {
    isThere: () => nodes.ids().length > 0,
    async *find(queries, signal) {
      const questions = await questionsFor(queries, signal)
      const failures: unknown[] = []
      for (const question of questions) {
        try {
          const { trackIds } = await loader.load(question, signal)
          yield tracksByIds(trackIds.filter((id) => recordings.recording(id)?.isLive !== true))
        } catch (error) {
          if (signal.aborted || !(error instanceof FailureError)) throw error
          failures.push(error)
        }
      }
      if (failures.length > 0 && failures.length === questions.length) throw failures[0]
    },
  }
}

/** A query in a source's own words. Deezer alone is known to look codes up; others would read them as words. */
function questionOf({ kind, text }: NodeQuery, source: SourceToAsk<UsableNode>): readonly Question[] {
  const { prefix, nodes } = source
  const question = (words: string): Question => ({ identifier: `${prefix}:${words}`, nodes, limit: tracksPerAnswer })
  if (kind === 'isrc') return prefix === 'dzsearch' ? [question(`isrc:${text}`)] : []
  const typed = readTyped(text)
  return typed.kind === 'words' ? [question(typed.words)] : []
}
