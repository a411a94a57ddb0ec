import { atom } from 'jotai'
import type { AppInfo, Failure, RecentPlay } from '../../src/contract/index.ts'
import type { Album } from '../../src/music/index.ts'
import type { ConnectionState } from '../bridge/index.ts'

export const appInfoAtom = atom<AppInfo | null>(null)

const dismissedAtom = atom<Failure | null>(null)

/** What happened to the stored data, until the person dismisses it (any write does). Something else shows again. */
export const storeNoticeAtom = atom(
  (get) => {
    const notice = get(appInfoAtom)?.notice ?? null
    return isSame(notice, get(dismissedAtom)) ? null : notice
  },
  (get, set) => set(dismissedAtom, get(appInfoAtom)?.notice ?? null),
)

function isSame(one: Failure | null, other: Failure | null): boolean {
  return one?.code === other?.code && one?.data?.['name'] === other?.data?.['name']
}

/** Whether the backend can be reached; written by `followBackend` alone. */
export const connectionAtom = atom<ConnectionState>('connecting')

/** False while the backend does not answer. */
export const connectedAtom = atom((get) => get(connectionAtom) !== 'lost' && get(connectionAtom) !== 'refused')

/** The album that ships with the app; null until it arrived, `missing` when it cannot be had. */
export const demoAlbumAtom = atom<Album | 'missing' | null>(null)

/** Latest plays, newest first, one per track; null until they arrived. */
export const recentAtom = atom<readonly RecentPlay[] | null>(null)
