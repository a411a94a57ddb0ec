import { coverSizes, smallCoverPath } from '../../../src/contract/media.ts'

/** What a picture element loads. */
export interface CoverSources {
  readonly src: string
  readonly srcSet?: string
  readonly sizes?: string
}

/** A cover as it is stands in for sizes above the largest small picture; a browser has to be told some width, in px. */
const originalWidth = 1400

/**
 * Lets the browser choose the picture that fits its place on this screen. `placePx` is about the place's width. It is said
 * in px and not left to the layout (`sizes="auto"`): Chromium never lets go of a picture that was measured that way, nor
 * of the page it was on.
 */
export function sourcesOf(path: string, placePx: number): CoverSources {
  if (!path.startsWith('media/cover/')) return { src: path }
  const small = coverSizes.map((size) => `${smallCoverPath(path, size)} ${size}w`)
  const srcSet = [...small, `${path} ${originalWidth}w`].join(', ')
  return { src: path, srcSet, sizes: `${placePx}px` }
}
