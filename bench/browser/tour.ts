import type { Shown } from './opening.ts'

/** Something to click: the first element of a selector, with words in it where given. */
export interface Target {
  readonly selector: string
  readonly words?: string
}

/** A page to be opened by a click. Those without a name are only on the way to the next one. */
export interface Stop {
  readonly name: string | null
  readonly target: Target
  readonly shown: Shown
}

const rail = (words: string): Target => ({ selector: 'nav[aria-label] > button', words })
const tab = (words: string): Target => ({ selector: 'main nav button', words })
const card = (place: number): Target => ({ selector: `main button[data-card="${place}"]` })
const grid = (label: string): Shown => ({ selector: `main table[aria-label="${label}"] button[data-card="0"]` })
const table = (label: string): Shown => ({
  selector: `main table[aria-label="${label}"] tr[data-row="0"] [data-action="menu"]`,
})
const firstTrack: Shown = { selector: 'main tr[data-row="0"] [data-action="menu"]' }
const folder = 'main ul[aria-label="Folders"] li'

/** A list that is scrolled. */
export const lists = (playlistId: string): readonly (Stop & { readonly name: string })[] => [
  { name: 'albums', target: tab('Albums'), shown: grid('Albums') },
  { name: 'tracks', target: tab('Tracks'), shown: table('All tracks') },
  longPlaylist(playlistId),
]

function longPlaylist(id: string): Stop & { readonly name: string } {
  return {
    name: 'a playlist of 10,000',
    target: { selector: `[data-playlist="${id}"]` },
    shown: { selector: 'main table[aria-label*="Ten thousand"] tr[aria-rowindex="2"] [data-action="menu"]' },
  }
}

/** The library, by the rail: it shows the tab that was shown last. */
export const library: Target = rail('Library')

/** Every page once, each from another one, as a person would go: from album and artist to album and artist with the rounds. */
export function tour(round: number, playlistId: string): readonly Stop[] {
  return [
    { name: 'settings', target: rail('Settings'), shown: { selector: 'main h1', words: 'Settings' } },
    { name: 'home', target: rail('Home'), shown: { selector: 'main h2', words: 'New in your library' } },
    { name: 'albums', target: library, shown: grid('Albums') },
    { name: 'an album', target: card(round), shown: firstTrack },
    { name: null, target: library, shown: grid('Albums') },
    { name: 'artists', target: tab('Artists'), shown: grid('Artists') },
    { name: 'an artist', target: card(round + 3), shown: firstTrack },
    { name: null, target: library, shown: grid('Artists') },
    { name: 'tracks', target: tab('Tracks'), shown: table('All tracks') },
    { name: 'liked', target: tab('Liked'), shown: table('Liked songs') },
    { name: 'playlists', target: tab('Playlists'), shown: grid('Playlists') },
    { name: 'folders', target: tab('Folders'), shown: { selector: folder } },
    {
      name: 'a folder with all artists',
      target: { selector: `${folder} button` },
      shown: { selector: `${folder}:nth-child(12)` },
    },
    longPlaylist(playlistId),
    { name: 'search', target: rail('Search'), shown: { selector: 'main h1', words: 'Search' } },
  ]
}
