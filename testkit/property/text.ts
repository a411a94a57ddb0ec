import fc, { type Arbitrary } from 'fast-check'

/**
 * Units for `fc.string({ unit })`. fast-check's own 'binary' and 'grapheme' build tables of all Unicode when first used,
 * seconds of processor time in every test file that names them.
 */

const withoutSurrogates = (point: number): string => String.fromCodePoint(point < 0xd8_00 ? point : point + 0x8_00)

/** Any code point but a lone surrogate: letters and signs of all scripts, control and private ones, unassigned ones. */
export const anyCodePoint: Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x7f }).map(withoutSurrogates) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xf7_ff }).map(withoutSurrogates) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x10_f7_ff }).map(withoutSurrogates) },
)

/** First and last code point of letters that are written without others, by script. */
const letters: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xc0, 0x17f],
  [0x391, 0x3a1],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0xe01, 0xe30],
  [0x30_41, 0x30_96],
  [0x30_a1, 0x30_fa],
  [0x4e_00, 0x9f_ff],
  [0xac_00, 0xd7_a3],
  [0xff_21, 0xff_5a],
]

/** What a person sees as one sign, though some are of several code points: joined emoji, flags, accents by themselves. */
export const anyGrapheme: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map(withoutSurrogates) },
  ...letters.map(([min, max]) => ({ weight: 1, arbitrary: fc.integer({ min, max }).map(withoutSurrogates) })),
  {
    weight: 2,
    arbitrary: fc.constantFrom('👩‍👩‍👧', '🇩🇪', '👍🏽', 'é', 'が', '각', 'ก็', 'क्षि', '❤️', '𝒳', '𠮷', 'ﬁ', '️⃣', 'Å', 'ß', 'İ'),
  },
)
