import { atom } from 'jotai'
import type { PlayerView, QueueEntry, QueueView } from '../player/controller/types.ts'

const emptyQueue: QueueView = {
  past: [],
  current: null,
  queued: [],
  rest: [],
  context: null,
  shuffle: false,
  repeat: 'off',
}

/** A player with nothing in it. */
export const idleView: PlayerView = {
  status: { kind: 'idle' },
  wantsPlay: false,
  queue: emptyQueue,
  durationMs: null,
  volume: 1,
  muted: false,
  canPrevious: false,
  canNext: false,
}

/** The player as last seen; written by `followPlayer` alone. Play time is not in it and never is. */
export const playerViewAtom = atom<PlayerView>(idleView)

/** True once the engine runs and the stored queue is back: from then on an empty queue really is one. */
export const playerReadyAtom = atom(false)

export const queueAtom = atom((get) => get(playerViewAtom).queue)
export const currentEntryAtom = atom<QueueEntry | null>((get) => get(queueAtom).current)
export const currentTrackAtom = atom((get) => get(currentEntryAtom)?.track ?? null)
export const statusAtom = atom((get) => get(playerViewAtom).status)
export const wantsPlayAtom = atom((get) => get(playerViewAtom).wantsPlay)
export const durationMsAtom = atom((get) => get(playerViewAtom).durationMs)
export const volumeAtom = atom((get) => get(playerViewAtom).volume)
export const mutedAtom = atom((get) => get(playerViewAtom).muted)
export const canPreviousAtom = atom((get) => get(playerViewAtom).canPrevious)
export const canNextAtom = atom((get) => get(playerViewAtom).canNext)
export const shuffleAtom = atom((get) => get(queueAtom).shuffle)
export const repeatAtom = atom((get) => get(queueAtom).repeat)
export const contextAtom = atom((get) => get(queueAtom).context)
