/** Kinds of picture that are kept as covers; all are decoded safely by the page's own picture decoder. */
export type CoverType = 'image/jpeg' | 'image/png' | 'image/webp'

/** Largest cover that is kept, in bytes. Scans at 600 dpi stay below it; more is somebody's poster. */
export const coverLimitBytes = 20 * 1024 * 1024

/** How many bytes `coverType` wants to see. */
export const coverHeadBytes = 16

/**
 * The type of a picture by its first bytes, null when it is none of ours. What the tags or the file name claim does not
 * count: SVG and HTML never pass for a cover.
 */
export function coverType(head: Uint8Array): CoverType | null {
  const has = (at: number, bytes: readonly number[]): boolean => bytes.every((byte, index) => head[at + index] === byte)
  if (has(0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (has(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (has(0, [0x52, 0x49, 0x46, 0x46]) && has(8, [0x57, 0x45, 0x42, 0x50])) return 'image/webp'
  return null
}
