import { isAscii, isUnspaced } from './scripts.ts'

/**
 * Words of a folded text. Runs of a script without spaces (Chinese, Japanese, Thai …) stand as overlapping pairs of
 * characters, with their marks: what such a run shares with another one shows in the pairs they share.
 */
export function tokensOf(folded: string): readonly string[] {
  const words = folded === '' ? [] : folded.split(' ')
  if (isAscii(folded)) return words
  return words.flatMap((word) => (isAscii(word) ? [word] : runsOf(word)))
}

function runsOf(word: string): string[] {
  const tokens: string[] = []
  let spaced = ''
  let unspaced: string[] = []
  const end = (): void => {
    if (spaced !== '') tokens.push(spaced)
    if (unspaced.length === 1) tokens.push(...unspaced)
    for (let at = 1; at < unspaced.length; at += 1) tokens.push(`${unspaced[at - 1]}${unspaced[at]}`)
    spaced = ''
    unspaced = []
  }
  for (const letter of word) {
    const last = unspaced.length - 1
    if (last >= 0 && /\p{M}/u.test(letter)) {
      unspaced[last] = `${unspaced[last]}${letter}`
    } else if (isUnspaced(letter) || (last >= 0 && letter === 'ー')) {
      if (spaced !== '') end()
      unspaced.push(letter)
    } else {
      if (last >= 0) end()
      spaced += letter
    }
  }
  end()
  return tokens
}
