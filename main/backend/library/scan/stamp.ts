import { createHash } from 'node:crypto'

/** Grows when more is read of the same files: all of them are then read again, once. */
const readingVersion = 1

/** What stands for the companions of a file. Short, since it is stored with every track; never empty. */
export function stampOf(companions: readonly string[]): string {
  const text = companions.join('\0')
  if (!/[^\0]/u.test(text)) return String(readingVersion)
  return `${readingVersion}.${createHash('sha256').update(text).digest().subarray(0, 9).toString('base64url')}`
}
