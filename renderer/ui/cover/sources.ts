import { coverSizes, smallCoverPath } from '../../../src/contract/media.ts'

/**
 * The picture that fills a place of `placePx` on a screen with so many of its own pixels to each: the smallest that is
 * sharp there, else the cover as it is. Chosen here and not by the browser out of a list of sources: it would read that
 * list several times for each picture that comes into view.
 */
export function sourceOf(path: string, placePx: number, density: number): string {
  if (!path.startsWith('media/cover/')) return path
  const size = coverSizes.find((one) => one >= placePx * density)
  return size === undefined ? path : smallCoverPath(path, size)
}
