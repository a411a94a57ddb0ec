import type { Credit } from './credit.ts'
import { sameName, soundAlike, type Name } from './names.ts'

/** How the wanted artists and those of a candidate go together. */
export type ArtistAgreement =
  /** All that are wanted are there. */
  | { readonly kind: 'equal'; readonly score: number }
  /** The main one is there, or one of the others in its place. */
  | { readonly kind: 'in-part'; readonly score: number }
  | { readonly kind: 'different' }
  /** Written in another script, so that nothing can be said. */
  | { readonly kind: 'another-script' }
  /** One side names nobody. */
  | { readonly kind: 'unknown' }

/** A main artist that is one name of several in a credit that was wanted whole. */
const firstOfSeveral = 0.85
const mainShare = 0.8
const otherInPlaceOfMain = 0.75
/** All are there, and another one is the main one. */
const inOtherOrder = 0.9
const onlyGuest = 0.7

/** `found`: whom the candidate is by; `featured`: who takes part, which does not make it theirs. */
export function compareArtists(
  wanted: readonly Credit[],
  found: readonly Credit[],
  featured: readonly Credit[] = [],
): ArtistAgreement {
  const [main, ...others] = wanted
  const all = [...found, ...featured]
  if (main === undefined || all.length === 0) return { kind: 'unknown' }
  const mainScore = sureness(main, found)
  const rest = others.length === 0 ? 1 : mean(others.map((credit) => sureness(credit, all)))
  if (mainScore > 0) {
    const score = mainScore * (mainShare + (1 - mainShare) * rest)
    return { kind: rest > 0.85 && mainScore > 0.9 ? 'equal' : 'in-part', score }
  }
  const asGuest = sureness(main, featured)
  const inPlace = Math.max(0, ...others.map((credit) => sureness(credit, found)))
  // Whoever only takes part in somebody else's recording is not its main artist.
  if (inPlace > 0)
    return { kind: 'in-part', score: asGuest > 0 ? inPlace * inOtherOrder : inPlace * otherInPlaceOfMain }
  if (asGuest > 0) return { kind: 'in-part', score: asGuest * onlyGuest }
  const sounds = found.map((credit) => soundAlike(main.whole, credit.whole))
  if (sounds.includes(true)) return { kind: 'in-part', score: 0.9 }
  return sounds.every((sound) => sound === null) ? { kind: 'another-script' } : { kind: 'different' }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How surely a wanted artist is among those found. */
export function sureness(wanted: Credit, found: readonly Credit[]): number {
  let best = 0
  for (const credit of found) {
    best = Math.max(best, wholeIn(wanted, credit), ...wanted.aliases.map((alias) => anyOf(alias, credit)))
    if (best === 1) return best
  }
  return best
}

function wholeIn(wanted: Credit, credit: Credit): number {
  const whole = anyOf(wanted.whole, credit)
  if (whole > 0 || wanted.parts.length < 2) return whole
  if (holdsInOrder(credit.parts, wanted.parts)) return 0.98
  const [first] = wanted.parts
  return first === undefined ? 0 : firstOfSeveral * sameNameOf(first, [credit.whole, ...credit.parts])
}

function anyOf(name: Name, credit: Credit): number {
  return sameNameOf(name, [credit.whole, ...credit.parts, ...credit.aliases])
}

function sameNameOf(name: Name, names: readonly Name[]): number {
  let best = 0
  for (const other of names) best = Math.max(best, sameName(name, other))
  return best
}

/** "Earth, Wind & Fire" within "Earth, Wind & Fire, The Emotions". */
function holdsInOrder(parts: readonly Name[], wanted: readonly Name[]): boolean {
  return parts.some((_part, from) => wanted.every((name, at) => parts[from + at]?.compact === name.compact))
}
