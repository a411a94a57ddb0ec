import type { Locator } from 'playwright-core'
import type { Melofy } from '../interface/melofy.ts'

/** A way of using Melofy: what a person does, step by step, with the mouse or with the keyboard. Each ends when it is done. */
export interface Hands {
  /** On the page of the first run. */
  addFolder(folder: string): Promise<void>
  /** Types into the search box, from wherever one is. */
  search(text: string): Promise<void>
  /** From the results to the page of the album that the best match belongs to; plays it from its beginning. */
  playAlbumOfBestMatch(album: string): Promise<void>
  openQueue(): Promise<void>
  /** Moves the last entry of the queue to the place right behind the one that plays. */
  moveLastToFront(): Promise<void>
  likeCurrent(): Promise<void>
  /** Makes a playlist of the third track of the album on the page. */
  makePlaylist(name: string): Promise<void>
  deletePlaylist(name: string): Promise<void>
  undo(): Promise<void>
  /** Goes on by some seconds, then pauses. */
  goOnAndPause(): Promise<void>
  openAlbums(): Promise<void>
}

/** The playlist in the rail. */
export function inRail({ page }: Melofy, name: string): Locator {
  return page.getByRole('region', { name: 'Playlists' }).getByRole('button', { name })
}
