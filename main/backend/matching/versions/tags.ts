/**
 * What makes a recording another one, by how much it matters when only one side says so.
 * hard: another recording. medium: likely another one, where nothing else speaks against that. soft: a difference that most
 * people do not hear. neutral: says how it is shown, not what is heard. content: explicit or clean.
 */
export type VersionClass = 'hard' | 'medium' | 'soft' | 'neutral' | 'content'

const classes = {
  live: 'hard',
  cover: 'hard',
  karaoke: 'hard',
  instrumental: 'hard',
  acapella: 'hard',
  remix: 'hard',
  mashup: 'hard',
  'sped-up': 'hard',
  slowed: 'hard',
  altered: 'hard',
  demo: 'hard',
  alternate: 'hard',
  reaction: 'hard',
  tutorial: 'hard',
  loop: 'hard',
  compilation: 'hard',
  excerpt: 'hard',
  parody: 'hard',
  're-recording': 'hard',
  language: 'hard',
  section: 'hard',
  acoustic: 'medium',
  orchestral: 'medium',
  edit: 'medium',
  extended: 'medium',
  session: 'medium',
  'other-version': 'medium',
  part: 'medium',
  remaster: 'soft',
  channels: 'soft',
  release: 'soft',
  original: 'soft',
  video: 'neutral',
  audio: 'neutral',
  lyrics: 'neutral',
  credit: 'neutral',
  explicit: 'content',
  clean: 'content',
} as const satisfies Record<string, VersionClass>

/** A kind of version. `altered`: sound effects (8D, bass boosted); `section`: interlude, reprise; `release`: deluxe, bonus. */
export type VersionTag = keyof typeof classes

export function classOf(tag: VersionTag): VersionClass {
  return classes[tag]
}

/**
 * Versions that differ in length first of all: where the lengths agree, so do the recordings, whatever one of the two titles
 * leaves out.
 */
export const toldByLength: ReadonlySet<VersionTag> = new Set(['edit', 'extended', 'part', 'other-version', 'session'])

/** A version that a title names. */
export interface VersionMark {
  readonly tag: VersionTag
  /** Words beside it, folded: the remixer, the venue, the language. */
  readonly detail: readonly string[]
  readonly years: readonly string[]
}
