/**
 * The sounds the voice can make, in ARPAbet. Vowel formants: Peterson and Barney, "Control methods used in a study of
 * the vowels", 1952, averages for women; consonant loci after Klatt, "Software for a cascade/parallel formant
 * synthesizer", 1980.
 */

/** Formant frequencies in Hz, lowest first. */
export type Formants = readonly [number, number, number]

export interface Vowel {
  readonly from: Formants
  /** Where a diphthong glides to; the same as `from` in a plain vowel. */
  readonly to: Formants
}

export interface Consonant {
  readonly kind: 'glide' | 'nasal' | 'hiss' | 'buzz' | 'stop' | 'voiced stop'
  /** Seconds. */
  readonly length: number
  readonly formants: Formants
  /** Centre in Hz and level 0–1 of its noise. */
  readonly noise: readonly [number, number]
}

const plainVowels: Readonly<Record<string, Formants>> = {
  IY: [310, 2700, 3300],
  IH: [430, 2350, 3070],
  EH: [610, 2200, 2990],
  AE: [800, 1950, 2850],
  AA: [850, 1220, 2810],
  AO: [590, 920, 2710],
  UH: [470, 1160, 2680],
  UW: [370, 950, 2670],
  AH: [720, 1350, 2780],
  ER: [500, 1500, 1960],
}

const diphthongs: Readonly<Record<string, readonly [Formants, Formants]>> = {
  OW: [
    [570, 1000, 2700],
    [420, 900, 2650],
  ],
  EY: [
    [560, 2250, 2990],
    [400, 2500, 3100],
  ],
  AY: [
    [820, 1300, 2800],
    [470, 2200, 3000],
  ],
  AW: [
    [820, 1350, 2800],
    [470, 1050, 2680],
  ],
}

const neutral: Formants = [400, 1500, 2700]

const consonants: Readonly<Record<string, Consonant>> = {
  L: { kind: 'glide', length: 0.075, formants: [380, 1100, 2800], noise: [2000, 0] },
  R: { kind: 'glide', length: 0.08, formants: [380, 1250, 1750], noise: [2000, 0] },
  W: { kind: 'glide', length: 0.085, formants: [320, 750, 2500], noise: [2000, 0] },
  Y: { kind: 'glide', length: 0.07, formants: [300, 2500, 3200], noise: [2000, 0] },
  M: { kind: 'nasal', length: 0.085, formants: [270, 1000, 2300], noise: [2000, 0] },
  N: { kind: 'nasal', length: 0.075, formants: [270, 1600, 2600], noise: [2000, 0] },
  NG: { kind: 'nasal', length: 0.085, formants: [280, 2000, 2700], noise: [2000, 0] },
  H: { kind: 'hiss', length: 0.07, formants: neutral, noise: [1700, 0.22] },
  S: { kind: 'hiss', length: 0.1, formants: neutral, noise: [6300, 0.34] },
  SH: { kind: 'hiss', length: 0.1, formants: neutral, noise: [3300, 0.34] },
  F: { kind: 'hiss', length: 0.085, formants: [340, 1100, 2300], noise: [4800, 0.16] },
  TH: { kind: 'hiss', length: 0.075, formants: [340, 1400, 2600], noise: [5200, 0.14] },
  V: { kind: 'buzz', length: 0.065, formants: [300, 1100, 2300], noise: [4300, 0.07] },
  DH: { kind: 'buzz', length: 0.05, formants: [300, 1400, 2600], noise: [4600, 0.05] },
  Z: { kind: 'buzz', length: 0.08, formants: [300, 1700, 2700], noise: [6000, 0.16] },
  P: { kind: 'stop', length: 0.07, formants: [340, 900, 2300], noise: [900, 0.2] },
  T: { kind: 'stop', length: 0.07, formants: [340, 1800, 2700], noise: [4300, 0.26] },
  K: { kind: 'stop', length: 0.075, formants: [320, 1900, 2500], noise: [2100, 0.26] },
  B: { kind: 'voiced stop', length: 0.055, formants: [280, 900, 2200], noise: [900, 0.08] },
  D: { kind: 'voiced stop', length: 0.05, formants: [280, 1700, 2700], noise: [3600, 0.1] },
  G: { kind: 'voiced stop', length: 0.06, formants: [280, 1900, 2500], noise: [1900, 0.1] },
}

export interface Syllable {
  readonly onset: readonly Consonant[]
  readonly vowel: Vowel
  readonly coda: readonly Consonant[]
}

/** Reads a syllable such as "L AY T". */
export function parseSyllable(text: string): Syllable {
  const onset: Consonant[] = []
  const coda: Consonant[] = []
  let vowel: Vowel | undefined
  for (const sound of text.trim().split(/\s+/)) {
    const plain = plainVowels[sound]
    const gliding = diphthongs[sound]
    const consonant = consonants[sound]
    if (plain !== undefined) vowel = { from: plain, to: plain }
    else if (gliding !== undefined) vowel = { from: gliding[0], to: gliding[1] }
    else if (consonant !== undefined) (vowel === undefined ? onset : coda).push(consonant)
    else throw new Error(`Not a speech sound: ${sound} in "${text}"`)
  }
  if (vowel === undefined) throw new Error(`A syllable needs a vowel: "${text}"`)
  return { onset, vowel, coda }
}

/** Seconds that a run of consonants takes. */
export function lengthOf(run: readonly Consonant[]): number {
  return run.reduce((sum, consonant) => sum + consonant.length, 0)
}
