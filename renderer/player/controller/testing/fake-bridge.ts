import {
  type Bridge,
  type CallName,
  type CallOutput,
  calls,
  type EventName,
  type EventPayload,
  type Failure,
  type Handlers,
  type PlaybackPlace,
  type PlayRecord,
  type QueueRecord,
  type Reply,
  success,
} from '../../../../src/contract/index.ts'
import { allHandlers, noListeners } from '../../../../testkit/bridges/handlers.ts'
import type { Track } from '../../../../src/music/index.ts'
import type { VirtualTime } from './time.ts'

/** What the faked backend keeps. */
export interface FakeStore {
  queue: QueueRecord | null
  place: PlaybackPlace | null
  /** By play, the latest write of each. */
  readonly plays: Map<string, PlayRecord>
}

/** A bridge to a backend that stores in memory, answers after a while, and fails when told to. */
export interface FakeBridge {
  readonly bridge: Bridge
  readonly stored: FakeStore
  /** Every call, in order. */
  readonly calls: { readonly name: CallName; readonly input: unknown }[]
  /** Calls of one name that were under way at the same time, at most. */
  mostAtOnce(name: CallName): number
  /** How long an answer takes, in ms. */
  latencyMs: () => number
  /** Lets all calls with these names fail from now on. */
  readonly failing: Map<CallName, Failure>
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
}

/** Creates the bridge. `tracks` are those that a stored session can still find. */
export function createFakeBridge(time: VirtualTime, stored: FakeStore, tracks: readonly Track[]): FakeBridge {
  const handlers = fakeHandlers(stored, tracks)
  const listeners = noListeners()
  const underWay = new Map<CallName, number>()
  const most = new Map<CallName, number>()

  const call: Bridge['call'] = async (name, input): Promise<Reply<CallOutput<typeof name>>> => {
    fake.calls.push({ name, input })
    const count = (underWay.get(name) ?? 0) + 1
    underWay.set(name, count)
    most.set(name, Math.max(most.get(name) ?? 0, count))
    await new Promise<void>((resolve) => void time.clock.after(fake.latencyMs(), resolve))
    underWay.set(name, (underWay.get(name) ?? 1) - 1)
    const error = fake.failing.get(name)
    if (error !== undefined) return { ok: false, error }
    calls[name].input.parse(input)
    return success(await handlers[name](input, { signal: new AbortController().signal, clientId: 'test' }))
  }

  const fake: FakeBridge = {
    bridge: {
      call,
      on(name, listener) {
        listeners[name].add(listener)
        return () => {
          listeners[name].delete(listener)
        }
      },
    },
    stored,
    calls: [],
    mostAtOnce: (name) => most.get(name) ?? 0,
    latencyMs: () => 2,
    failing: new Map(),
    emit(name, payload) {
      for (const listener of listeners[name]) listener(payload)
    },
  }
  return fake
}

/** What does not come with the session itself: a queue of a few tracks is had in portions already. */
const rest = (tracks: readonly Track[]): string[] => tracks.slice(3).map(({ id }) => id)

function fakeHandlers(stored: FakeStore, tracks: readonly Track[]): Handlers {
  const notFaked = (): never => {
    throw new Error('The player has no business with this call.')
  }
  return {
    ...allHandlers(notFaked),
    'session.load': () => ({
      queue: stored.queue,
      place: stored.place,
      tracks: tracks.slice(0, 3),
      rest: rest(tracks),
    }),
    'session.tracks': ({ trackIds }) => tracks.filter(({ id }) => trackIds.includes(id)),
    'session.saveQueue'(queue) {
      stored.queue = queue
      return null
    },
    'session.savePlace'(place) {
      stored.place = place
      return null
    },
    'history.record'(record) {
      stored.plays.set(record.playId, record)
      return null
    },
    'playback.claim': () => null,
    'streams.prepare': () => null,
  }
}
