import type { CallOutput } from '../../../src/contract/index.ts'
import type { Host } from '../../bridge/index.ts'
import type { PlaylistFile } from '../commands/types.ts'
import { folderOf, playlistText } from './playlistText.ts'

/** Playlist files, as far as the page can reach them. */
export interface PlaylistFiles {
  /** Asks the person for playlist files; empty when they changed their mind. */
  choose(): Promise<readonly File[]>
  read(files: readonly File[]): Promise<readonly PlaylistFile[]>
  /** Hands a file to the browser's, or the system's, way of saving. */
  save(file: CallOutput<'playlists.export'>): void
}

/** No list of tracks that anybody made is longer; what is gets refused by the contract, in its words. */
const longestBytes = 41_000_000

/** The same in both hosts: the page reads and writes them itself. In the app the folder they lie in is known, too. */
export function createPlaylistFiles(pathsOf: Host['pathsOf']): PlaylistFiles {
  const read = async (files: readonly File[]) => {
    return Promise.all(
      files.map(async (file): Promise<PlaylistFile> => {
        const text = playlistText(new Uint8Array(await file.slice(0, longestBytes).arrayBuffer()))
        const path = pathsOf?.([file])[0]
        return { fileName: file.name, text, folder: path === undefined ? null : folderOf(path) }
      }),
    )
  }
  return {
    read,
    choose: askForFiles,
    save({ fileName, mimeType, text }) {
      const address = URL.createObjectURL(new Blob([text], { type: mimeType }))
      const link = document.createElement('a')
      link.href = address
      link.download = fileName
      link.click()
      // The browser has taken it over by the time it comes back here.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
  }
}

function askForFiles(): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.m3u,.m3u8,.xspf,.jspf'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
