import { breath } from '../../turns.ts'

/** Brackets within brackets, at most: lists of songs have about six. */
const deepest = 64
/** Signs looked at in one go: about 2 ms. */
const signsAtOnce = 20_000

/** Whether the brackets of a JSON text do not go too deep; others run in between. */
export async function isShallow(text: string, signal: AbortSignal): Promise<boolean> {
  const signs = /["\\{}[\]]/gu
  let depth = 0
  let isInString = false
  let looked = 0
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const [sign] = found
    // What follows a backslash is no sign.
    if (sign === '\\') signs.lastIndex += 1
    else if (sign === '"') isInString = !isInString
    else if (!isInString) depth += sign === '{' || sign === '[' ? 1 : -1
    if (depth > deepest) return false
    looked += 1
    if (looked % signsAtOnce !== 0) continue
    signal.throwIfAborted()
    await breath()
  }
  return true
}
