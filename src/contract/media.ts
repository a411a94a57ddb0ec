/**
 * Addresses of the media handler, relative to the page. It answers bytes or, with an error status, a `Failure` as JSON.
 *
 * - `media/audio/<trackId>`: GET, HEAD, one byte range.
 * - `media/cover/<hash>`: GET, HEAD; never changes. With `?size=` and one of `coverSizes`, a square of that side in WebP,
 *   made when it is first asked for; 404 for a picture that cannot be shown.
 * - `media/remote-cover/<trackId>`: the same for a track that a node found, whose cover lies outside. Fetched when it is
 *   first asked for; 404 where there is none or it cannot be had.
 * - `media/upload?name=<relative path>`: PUT with the bytes of a file that was dropped on a page in a browser; answers the
 *   `Track` as JSON.
 */
export function audioPath(trackId: string): string {
  return `media/audio/${trackId}`
}

/** Header of answers whose bytes come from elsewhere: what is far ahead is not asked for before somebody wants to hear it. */
export const comingHeader = 'x-media-coming'

/** Address of a cover by its hash; see `audioPath`. */
export function coverPath(hash: string): string {
  return `media/cover/${hash}`
}

/** Address of the cover of a track that a node found; see `audioPath`. */
export function remoteCoverPath(trackId: string): string {
  return `media/remote-cover/${trackId}`
}

/** Sides of the small pictures that are made of covers, in px. */
export const coverSizes = [96, 256, 640] as const

export type CoverSize = (typeof coverSizes)[number]

/** Address of a small picture of a cover, out of the cover's own. */
export function smallCoverPath(coverPath: string, size: CoverSize): string {
  return `${coverPath}?size=${size}`
}

/** Where a page hands over a file: `relativePath` is its name, with the folders it was dropped with, joined by `/`. */
export function uploadPath(relativePath: string): string {
  return `media/upload?name=${encodeURIComponent(relativePath.toWellFormed())}`
}
