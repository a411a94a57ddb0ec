/** Stands for the name while the rest of a phrase is translated: a character that no name has. */
const hole = '\u0000'

/** A phrase around one name, such as `Play {{title}}`: translated once, for any number of rows. */
export function phraseWith(translate: (name: string) => string): (name: string) => string {
  const parts = translate(hole).split(hole)
  return (name) => parts.join(name)
}

/** A phrase with a number, such as `{{count}} albums`: translated once for each number. */
export function phraseWithCount(translate: (count: number) => string): (count: number) => string {
  const known = new Map<number, string>()
  return (count) => {
    const phrase = known.get(count) ?? translate(count)
    known.set(count, phrase)
    return phrase
  }
}
