import { atom } from 'jotai'
import type { AppInfo, RecentPlay } from '../../src/contract/index.ts'
import type { Album } from '../../src/music/index.ts'
import type { ConnectionState } from '../bridge/index.ts'

export const appInfoAtom = atom<AppInfo | null>(null)

/** Whether the backend can be reached; written by `followBackend` alone. */
export const connectionAtom = atom<ConnectionState>('connecting')

/** False while the backend does not answer. */
export const connectedAtom = atom((get) => get(connectionAtom) !== 'lost' && get(connectionAtom) !== 'refused')

/** The album that ships with the app; null until it arrived, `missing` when it cannot be had. */
export const demoAlbumAtom = atom<Album | 'missing' | null>(null)

/** Latest plays, newest first, one per track; null until they arrived. */
export const recentAtom = atom<readonly RecentPlay[] | null>(null)
