/**
 * Hue in degrees for music without a picture: the same words always give the same hue (FNV-1a over the UTF-16 units).
 */
export function sleeveHue(seed: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) % 360
}
