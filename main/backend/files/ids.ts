import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'

/** Folders that hold one disc of an album: `CD 1`, `Disc2`, `disk-03`. */
const discFolder = /^(?:cd|disc|disk|dvd)[\s_-]*\d{1,2}$/iu

/** The id of the track that a file is: a hash of its absolute path with links resolved, so that it outlives restarts. */
export function trackIdOf(realPath: string): string {
  return shortHash(`track\0${realPath}`)
}

/** The id of a track whose place has given its id to another one already. */
export function randomTrackId(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * The id of an album: its title with the album artist. Without an album artist (many compilations have none) the folder
 * stands in for it, so that a folder's tracks stay together and two albums called "Greatest Hits" stay apart; the discs of
 * a set count as the folder above them.
 */
export function albumIdOf(albumTitle: string | null, albumArtist: string | null, folder: string): string | null {
  if (albumTitle === null) return null
  const home = discFolder.test(path.basename(folder)) ? path.dirname(folder) : folder
  const by = albumArtist === null ? `folder\0${home}` : `artist\0${albumArtist.toLowerCase()}`
  return shortHash(`album\0${albumTitle.toLowerCase()}\0${by}`)
}

/** 128 bits, in characters that need no escaping in an address. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}
