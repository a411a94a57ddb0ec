import { atom } from 'jotai'
import { withUsed } from './rank.ts'

const limit = 12
const storageKey = 'melofy.palette.recent'

/** Keys of what was chosen lately, latest first. Kept by the browser: losing it costs nothing but an order. */
const listAtom = atom<readonly string[]>(read())

export const recentKeysAtom = atom(
  (get) => get(listAtom),
  (get, set, used: string) => {
    const list = withUsed(get(listAtom), used, limit)
    set(listAtom, list)
    try {
      window.localStorage.setItem(storageKey, JSON.stringify(list))
    } catch {
      // A full or forbidden storage: the list lasts as long as the page.
    }
  },
)

function read(): readonly string[] {
  try {
    const list: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(list) ? list.filter((key) => typeof key === 'string').slice(0, limit) : []
  } catch {
    return []
  }
}
