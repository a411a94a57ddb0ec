/**
 * Addresses of the media handler, relative to the page. It answers bytes or, with an error status, a `Failure` as JSON.
 *
 * - `media/audio/<trackId>`: GET, HEAD, one byte range.
 * - `media/cover/<hash>`: GET, HEAD; never changes.
 * - `media/upload?name=<relative path>`: PUT with the bytes of a file that was dropped on a page in a browser; answers the
 *   `Track` as JSON.
 */
export function audioPath(trackId: string): string {
  return `media/audio/${trackId}`
}

/** Address of a cover by its hash; see `audioPath`. */
export function coverPath(hash: string): string {
  return `media/cover/${hash}`
}

/** Where a page hands over a file: `relativePath` is its name, with the folders it was dropped with, joined by `/`. */
export function uploadPath(relativePath: string): string {
  return `media/upload?name=${encodeURIComponent(relativePath.toWellFormed())}`
}
