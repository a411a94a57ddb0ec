import type { TFunction } from 'i18next'
import type { LucideIcon } from 'lucide-react'
import { commandIds } from '../../../src/commands/index.ts'
import type { CommandId } from '../../../src/commands/index.ts'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Commands } from '../commands/index.ts'
import type { Collection, LibraryTab, Page, SettingsSection } from '../../state/index.ts'
import { iconOf, listIcon, pageIcon, playlistIcon } from './icons.ts'
import type { Candidate } from './rank.ts'

export interface Choice {
  readonly Icon: LucideIcon
  /** Whose keys stand beside it, if any. */
  readonly command: CommandId | null
  readonly run: () => void
}

/** Pages that are commands: they stand under "Go to". */
const pageCommands: ReadonlySet<CommandId> = new Set([
  'home',
  'library',
  'imports',
  'settings',
  'shortcuts',
  'back',
  'forward',
])

/** "Play or pause" says both, and the palette is open already. */
const left: ReadonlySet<CommandId> = new Set(['play', 'pause', 'palette'])

const sections = {
  folders: 'settings.folders',
  nodelink: 'nodelink.label',
  spotify: 'spotify.label',
  playback: 'settings.playback',
  appearance: 'settings.appearance',
  shortcuts: 'settings.shortcuts',
  storage: 'settings.storage',
  about: 'settings.about',
} as const satisfies Record<SettingsSection, string>

const tabs = {
  playlists: 'library.tabPlaylists',
  liked: 'library.tabLiked',
  albums: 'library.tabAlbums',
  artists: 'library.tabArtists',
  tracks: 'library.tabTracks',
  folders: 'library.tabFolders',
} as const satisfies Record<LibraryTab, string>

function commandCandidates(commands: Commands, t: TFunction, ofPages: boolean): readonly Candidate<Choice>[] {
  return commandIds
    .filter((id) => pageCommands.has(id) === ofPages && !left.has(id) && commands.canRun(id))
    .map((id) => ({
      key: `command:${id}`,
      words: t(`command.${id}`),
      value: { Icon: iconOf(id), command: id, run: () => commands.run(id) },
    }))
}

/** Every command that has something to work on. */
export function actionCandidates(commands: Commands, t: TFunction): readonly Candidate<Choice>[] {
  return commandCandidates(commands, t, false)
}

/** Lists of the person's own that have a page. */
export interface Lists {
  readonly collections: readonly Collection[]
  readonly playlists: readonly PlaylistSummary[]
}

/** Every page that can be gone to: those of the rail, tabs of the library, sections of the settings, and the lists. */
export function pageCandidates(
  commands: Commands,
  t: TFunction,
  { collections, playlists }: Lists,
): readonly Candidate<Choice>[] {
  const page = (key: string, words: string, Icon: LucideIcon, page: Page): Candidate<Choice> => ({
    key,
    words,
    value: { Icon, command: null, run: () => commands.runWith('open-page', { page }) },
  })
  const within = (words: string, part: string) => t('palette.section', { page: words, section: part })
  return [
    ...commandCandidates(commands, t, true),
    ...tabNames.map((tab) =>
      page(`library:${tab}`, within(t('library.title'), t(tabs[tab])), pageIcon, { kind: 'library', tab }),
    ),
    ...sectionNames.map((section) =>
      page(`settings:${section}`, within(t('settings.label'), t(sections[section])), pageIcon, {
        kind: 'settings',
        section,
      }),
    ),
    ...playlists.map(({ id, name }) => page(`playlist:${id}`, name, playlistIcon, { kind: 'playlist', id })),
    ...collections.map(({ id, title }) =>
      page(`collection:${id}`, title || t('album.untitled'), listIcon, { kind: 'collection', id }),
    ),
  ]
}

const isSection = (name: string): name is SettingsSection => name in sections
const sectionNames = Object.keys(sections).filter(isSection)
const isTab = (name: string): name is LibraryTab => name in tabs
const tabNames = Object.keys(tabs).filter(isTab)
