import { readFile } from 'node:fs/promises'
import type sharpDefault from 'sharp'
import { pixelLimit } from '../pixels.ts'

/** Quality of the WebP files, 0 to 100: nothing to be seen at these sizes. */
const quality = 82

/** Shrinks a picture. `refused`: it is damaged, or too large; `unavailable`: this computer has nothing to shrink with. */
export type Shrink = (
  file: string,
  sizePx: number,
) => Promise<
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' }
>

let loading: Promise<typeof sharpDefault | null> | undefined

/** The library loads with the first picture: nobody waits for it at the start. */
function load(): Promise<typeof sharpDefault | null> {
  loading ??= import('sharp').then(
    ({ default: sharp }) => {
      // One picture at a time, on one thread, and nothing kept: playback shares this process.
      sharp.concurrency(1)
      sharp.cache(false)
      // Only what covers may be; the tool behind it reads a hundred kinds of file.
      sharp.block({ operation: ['VipsForeignLoad'] })
      sharp.unblock({
        operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
      })
      return sharp
    },
    () => null,
  )
  return loading
}

/** Shrinks with libvips, to a square that the picture fills, as WebP without any of the original's metadata. */
export const shrinkPicture: Shrink = async (file, sizePx) => {
  const sharp = await load()
  if (sharp === null) return { kind: 'unavailable' }
  const original = await readFile(file)
  try {
    const bytes = await sharp(original, { limitInputPixels: pixelLimit, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: sizePx, height: sizePx, fit: 'cover', withoutEnlargement: true })
      .webp({ quality })
      .timeout({ seconds: 20 })
      .toBuffer()
    return { kind: 'done', bytes }
  } catch {
    return { kind: 'refused' }
  }
}
