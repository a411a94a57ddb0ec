import { coverSizes, smallCoverPath } from '../../../src/contract/media.ts'
import { sleeveHue } from '../cover/index.ts'
import { paletteOf } from './palette.ts'
import type { Palette } from './palette.ts'

/** What the field shows: a small copy of the cover and its colours. */
export interface Light {
  readonly palette: Palette
  /** At most `lightSize` px wide; null where there is no picture. */
  readonly picture: ImageBitmap | null
}

/** The field is a blur, so a copy of this many px holds all of it. */
export const lightSize = 48

const cacheLimit = 32
const cache = new Map<string, Promise<Light>>()

/** Reads a cover, once: later calls with the same address answer from a small cache. Falls back to the sleeve's hue. */
export function lightOf(coverPath: string | null, seed: string): Promise<Light> {
  if (coverPath === null) return Promise.resolve(sleeveLight(seed))
  const known = cache.get(coverPath)
  if (known) return known
  const reading = read(coverPath).catch(() => sleeveLight(seed))
  cache.set(coverPath, reading)
  const oldest = cache.keys().next()
  if (cache.size > cacheLimit && !oldest.done) cache.delete(oldest.value)
  return reading
}

function sleeveLight(seed: string): Light {
  return { palette: { hue: sleeveHue(seed), chroma: 0.08, shade: 0.24, glow: 0.58 }, picture: null }
}

/** The smallest picture of a cover that there is: the cover itself may be a scan of many megapixels. */
function sourceOf(coverPath: string): string {
  return coverPath.startsWith('media/cover/') ? smallCoverPath(coverPath, coverSizes[0]) : coverPath
}

async function read(coverPath: string): Promise<Light> {
  const image = new Image()
  image.decoding = 'async'
  image.src = sourceOf(coverPath)
  await image.decode()
  const picture = await createImageBitmap(image, {
    resizeWidth: lightSize,
    resizeHeight: lightSize,
    resizeQuality: 'medium',
  })
  const context = new OffscreenCanvas(lightSize, lightSize).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas to read the cover with')
  context.drawImage(picture, 0, 0)
  return { palette: paletteOf(context.getImageData(0, 0, lightSize, lightSize).data), picture }
}
