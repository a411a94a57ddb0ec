import { fold as foldAnew } from '../../search/index.ts'

/** Names come again and again while a library is grouped: folding costs more than looking up. */
const known = new Map<string, string>()
const mostKnown = 2000

/** Search's folding, remembered for the last few names. */
export function fold(text: string): string {
  const folded = known.get(text)
  if (folded !== undefined) return folded
  if (known.size >= mostKnown) known.clear()
  const made = foldAnew(text)
  known.set(text, made)
  return made
}
