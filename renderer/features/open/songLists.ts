import { looksLikePlaylist } from './playlistText.ts'

/** Types of files in which other services and apps write down lists of songs, as a drag tells them before it is dropped. */
const listTypes = new Set(['text/csv', 'text/tab-separated-values', 'text/plain', 'application/json'])
const listName = /\.(?:csv|tsv|json|txt)$/iu

/** True for names of files that may hold a list of songs, and nothing that plays. */
export function looksLikeSongList(name: string): boolean {
  return listName.test(name)
}

/** Whether all that is dragged are such files. */
export function carriesSongLists(transfer: Pick<DataTransfer, 'items'> | null): boolean {
  const items = [...(transfer?.items ?? [])].filter((item) => item.kind === 'file')
  return items.length > 0 && items.every((item) => listTypes.has(item.type))
}

/** The files that were dropped, where all of them are such. `takesPlaylists`: the wizard is open, and playlist files are meant for it as well. */
export function songListsOf(files: readonly File[], takesPlaylists: boolean): readonly File[] {
  const isList = ({ name }: File) => looksLikeSongList(name) || (takesPlaylists && looksLikePlaylist(name))
  return files.every(isList) ? files : []
}
