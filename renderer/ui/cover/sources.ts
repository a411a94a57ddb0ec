import { coverSizes, smallCoverPath } from '../../../src/contract/media.ts'

/** What a picture element loads. */
export interface CoverSources {
  readonly src: string
  readonly srcSet?: string
  readonly sizes?: string
  readonly loading?: 'lazy'
}

/** A cover as it is stands in for sizes above the largest small picture; a browser has to be told some width, in px. */
const originalWidth = 1400

/**
 * Lets the browser choose the picture that fits its place on this screen. `sizePx` is the place's width; without it the
 * browser finds out from the layout, which it does for lazy pictures alone.
 */
export function sourcesOf(path: string, sizePx: number | undefined): CoverSources {
  if (!path.startsWith('media/cover/')) return { src: path }
  const small = coverSizes.map((size) => `${smallCoverPath(path, size)} ${size}w`)
  const srcSet = [...small, `${path} ${originalWidth}w`].join(', ')
  if (sizePx !== undefined) return { src: path, srcSet, sizes: `${sizePx}px` }
  return { src: path, srcSet, sizes: 'auto, 256px', loading: 'lazy' }
}
