import { type Failure, failure, FailureError } from '../../../../src/contract/index.ts'
import type { Loaded, NodeTrack } from '../answers.ts'
import type { Nodes, UsableNode } from '../ports.ts'
import type { Urgency } from '../pace.ts'
import type { RecordingStore } from '../recordings/index.ts'

/** What a node is asked, and the nodes that can be, the preferred one first. */
export interface Question {
  readonly identifier: string
  readonly nodes: readonly UsableNode[]
  /** Tracks that are kept of the answer, at most. */
  readonly limit: number
}

/** What an identifier led to. */
export interface Answer {
  /** Of an album or a playlist; null for anything else. */
  readonly name: string | null
  readonly trackIds: readonly string[]
}

/** Asks nodes what identifiers lead to. */
export interface Loader {
  /** The answer, if it was asked lately. */
  known(identifier: string): Answer | null
  /**
   * Asks, once for however many want to know; when nobody does any more, it is called off. A node that is gone or does not
   * have the source is passed over for the next one.
   */
  load(question: Question, signal: AbortSignal): Promise<Answer>
}

/** An answer holds for so long, in ms, */
const holdsForMs = 10 * 60_000
/** and so many are remembered. */
const mostRemembered = 200

/** Failures that are the node's and not the question's: another node may answer. */
const elsewhere: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'node-unreachable',
  'node-silent',
  'node-locked-out',
  'node-proxy-refused',
  'node-too-many',
  'node-unauthorized',
  'node-not-nodelink',
  'node-answer-unreadable',
  'node-source-missing',
  'node-failed',
])
/** Of these, the ones that say that the node itself is gone. */
const gone: ReadonlySet<Failure['code']> = new Set<Failure['code']>(['node-unreachable', 'node-silent'])

interface Flight {
  readonly answer: Promise<Answer>
  readonly control: AbortController
  waiting: number
}

export function createLoader(parts: {
  readonly nodes: Pick<Nodes, 'missed'>
  readonly recordings: Pick<RecordingStore, 'keepAll'>
  readonly now: () => number
  /** A person's search, where left out. */
  readonly urgency?: Urgency
}): Loader {
  const { nodes, recordings, now, urgency = 'search' } = parts
  const answers = new Map<string, { readonly answer: Answer; readonly untilMs: number }>()
  const flights = new Map<string, Flight>()

  function remember(identifier: string, answer: Answer): void {
    answers.delete(identifier)
    answers.set(identifier, { answer, untilMs: now() + holdsForMs })
    for (const oldest of answers.keys()) {
      if (answers.size <= mostRemembered) break
      answers.delete(oldest)
    }
  }

  async function ask(node: UsableNode, { identifier, limit }: Question, signal: AbortSignal): Promise<Answer> {
    const { name, found } = readAnswer(await node.client.load(identifier, { urgency, signal }))
    const tracks = await recordings.keepAll(node.id, found.slice(0, limit), signal)
    return { name, trackIds: tracks.map(({ id }) => id) }
  }

  async function askAll(question: Question, signal: AbortSignal): Promise<Answer> {
    let first: FailureError | null = null
    for (const node of question.nodes) {
      try {
        return await ask(node, question, signal)
      } catch (error) {
        if (!(error instanceof FailureError) || signal.aborted || !elsewhere.has(error.failure.code)) throw error
        if (gone.has(error.failure.code)) nodes.missed(node.id, error.failure)
        first ??= error
      }
    }
    throw first ?? new FailureError(failure('node-source-missing'))
  }

  function begin(question: Question): Flight {
    const { identifier } = question
    const control = new AbortController()
    const answer = askAll(question, control.signal)
      .then((found) => {
        remember(identifier, found)
        return found
      })
      .finally(() => {
        if (flights.get(identifier) === flight) flights.delete(identifier)
      })
    const flight: Flight = { answer, control, waiting: 0 }
    flights.set(identifier, flight)
    return flight
  }

  const known = (identifier: string): Answer | null => {
    const remembered = answers.get(identifier)
    return remembered !== undefined && remembered.untilMs > now() ? remembered.answer : null
  }

  return {
    known,
    async load(question, signal) {
      signal.throwIfAborted()
      const remembered = known(question.identifier)
      if (remembered !== null) return remembered
      const flight = flights.get(question.identifier) ?? begin(question)
      flight.waiting += 1
      try {
        return await until(flight.answer, signal)
      } finally {
        flight.waiting -= 1
        if (flight.waiting === 0) {
          flight.control.abort()
          // Whoever comes now begins anew rather than joining what is being called off.
          if (flights.get(question.identifier) === flight) flights.delete(question.identifier)
        }
      }
    },
  }
}

function readAnswer(loaded: Loaded): { readonly name: string | null; readonly found: readonly NodeTrack[] } {
  switch (loaded.kind) {
    case 'track':
      return { name: null, found: [loaded.track] }
    case 'search':
      return { name: null, found: loaded.tracks }
    case 'playlist':
      return { name: loaded.name, found: loaded.tracks }
    case 'empty':
      return { name: null, found: [] }
    case 'error':
      throw new FailureError(failure('node-load-failed', { words: loaded.message.slice(0, 200) }))
    default:
      return loaded satisfies never
  }
}

/** The value, or the end of waiting for it. */
function until<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancelled = (): void => reject(new FailureError(failure('cancelled')))
    signal.addEventListener('abort', cancelled, { once: true })
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancelled))
  })
}
