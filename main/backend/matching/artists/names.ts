import {
  areOfDifferentScripts,
  canBeRomanised,
  formsOf,
  romanise,
  type Script,
  type TextForms,
} from '../normalise/index.ts'
import { editDistance } from '../similarity/index.ts'

/** A name in the forms in which it is compared; "The X", "X, The" and "X" are one. */
export class Name {
  readonly folded: string
  readonly compact: string
  readonly #forms: TextForms
  #sorted: string | null = null

  constructor(text: string) {
    this.#forms = formsOf(text)
    const { folded } = this.#forms
    this.folded = folded.length > 4 ? folded.replace(/^the | the$/g, '') : folded
    this.compact = this.folded.replaceAll(' ', '')
  }

  /** Its words in alphabetical order: family names stand before or after. */
  get sorted(): string {
    return (this.#sorted ??= this.folded.split(' ').toSorted().join(''))
  }

  get scripts(): ReadonlySet<Script> {
    return this.#forms.scripts
  }
}

export function nameOf(text: string): Name {
  return new Name(text)
}

/** How surely two names are one, from 0 to 1. Symmetric. A slip counts in long names only: "Abba" is not "Adda". */
export function sameName(one: Name, other: Name): number {
  if (one.compact === '' || other.compact === '') return 0
  if (one.folded === other.folded) return 1
  if (one.compact === other.compact) return 0.99
  if (one.compact.length === other.compact.length && one.sorted === other.sorted) return 0.97
  const length = Math.min(one.compact.length, other.compact.length)
  const most = length >= 12 ? 2 : length >= 6 ? 1 : 0
  return most > 0 && editDistance(one.compact, other.compact, most) <= most ? 0.92 : 0
}

/**
 * Names in different scripts: true where they sound alike, null where nothing can be said, as many artists have names in two
 * scripts that have nothing in common. False where the scripts are the same.
 */
export function soundAlike(one: Name, other: Name): boolean | null {
  if (!areOfDifferentScripts(one.scripts, other.scripts)) return false
  if (!canBeRomanised(one.scripts, one.folded) || !canBeRomanised(other.scripts, other.folded)) return null
  const here = romanise(one.folded, one.scripts)
  const there = romanise(other.folded, other.scripts)
  return editDistance(here, there, 1) <= (Math.min(here.length, there.length) >= 6 ? 1 : 0) ? true : null
}
