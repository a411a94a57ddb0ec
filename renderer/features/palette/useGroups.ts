import { useAtomValue } from 'jotai'
import { listedCollectionsAtom, playlistsAtom, useServices } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { actionCandidates, pageCandidates } from './candidates.ts'
import type { Choice } from './candidates.ts'
import { rank } from './rank.ts'
import type { Ranked } from './rank.ts'
import { recentKeysAtom } from './recent.ts'

export interface Group {
  readonly name: string
  readonly items: readonly Ranked<Choice>[]
}

const recentShown = 4

/** What the palette offers for a text, best group first. Nothing typed: what was used lately, then everything. */
export function useGroups(text: string): readonly Group[] {
  const { t } = useTranslation()
  const { commands } = useServices()
  const collections = useAtomValue(listedCollectionsAtom)
  const playlists = useAtomValue(playlistsAtom) ?? []
  const recent = useAtomValue(recentKeysAtom)
  const actions = { name: t('palette.actions'), items: rank(text, actionCandidates(commands, t), recent) }
  const pages = {
    name: t('palette.goTo'),
    items: rank(text, pageCandidates(commands, t, { collections, playlists }), recent),
  }
  if (text.trim() !== '') return filled([actions, pages]).toSorted((one, other) => bestOf(other) - bestOf(one))
  const lately = [...actions.items, ...pages.items]
    .filter(({ key }) => recent.includes(key))
    .toSorted((one, other) => recent.indexOf(one.key) - recent.indexOf(other.key))
  const shown = lately.slice(0, recentShown)
  const rest = ({ name, items }: Group) => ({ name, items: items.filter((item) => !shown.includes(item)) })
  return filled([{ name: t('palette.recent'), items: shown }, rest(actions), rest(pages)])
}

const filled = (groups: readonly Group[]) => groups.filter(({ items }) => items.length > 0)
const bestOf = ({ items }: Group) => items[0]?.score ?? 0
