import { atom } from 'jotai'
import { firstHistory, pageOf } from './pages.ts'
import type { PageHistory } from './pages.ts'

export const historyAtom = atom<PageHistory>(firstHistory)
export const pageAtom = atom((get) => pageOf(get(historyAtom)))
export const canGoBackAtom = atom((get) => get(historyAtom).at > 0)
export const canGoForwardAtom = atom((get) => get(historyAtom).at < get(historyAtom).pages.length - 1)

/** The panel on the right: one at a time, or none. */
export const panelAtom = atom<'queue' | null>(null)

/** The full-screen view of what plays. */
export const stageAtom = atom(false)

/** The dialog on top of everything, if any. */
export type OpenDialog = 'shortcuts' | 'open-path' | 'skipped' | 'import-missing' | 'add-music-folder' | 'palette'
export const dialogAtom = atom<OpenDialog | null>(null)

/** Said to screen readers, politely, about something that shows in a colour or a place alone. */
export const spokenAtom = atom('')
