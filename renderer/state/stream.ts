import { atom } from 'jotai'
import type { StreamInfo } from '../../src/streams/index.ts'
import { currentTrackAtom } from './player.ts'

/** What was last told of how a track comes from a node; written by `followStreams` alone. */
export const toldStreamAtom = atom<StreamInfo | null>(null)

/** How the current track comes here; null for a file, and as long as nothing is known. */
export const currentStreamAtom = atom((get) => {
  const told = get(toldStreamAtom)
  return told !== null && told.trackId === get(currentTrackAtom)?.id ? told : null
})
