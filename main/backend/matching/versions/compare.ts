import { isStyle } from './classify.ts'
import { classOf, toldByLength, type VersionMark, type VersionTag } from './tags.ts'

/** How two sets of version marks go together. */
export interface VersionAgreement {
  /** 1: they say the same; less for what only one side says. */
  readonly score: number
  /** What makes them different recordings, whatever else agrees. */
  readonly conflicts: readonly VersionConflict[]
  /** What only one side says and is likely heard. */
  readonly doubts: readonly VersionDoubt[]
}

/** `missing`: only wanted; `extra`: only in the candidate; `detail`: both, with other words beside it. */
export interface VersionConflict {
  readonly kind: 'missing' | 'extra' | 'detail'
  readonly tag: VersionTag
}

export interface VersionDoubt extends VersionConflict {
  /** Equal lengths dispel it. */
  readonly toldByLength: boolean
}

/** Two-way: what the wanted title says and the candidate does not weighs as much as the other way round. */
export function compareVersions(wanted: readonly VersionMark[], candidate: readonly VersionMark[]): VersionAgreement {
  const conflicts: VersionConflict[] = []
  const doubts: VersionDoubt[] = []
  let hundredths = 100
  const oneSided = (mine: readonly VersionMark[], others: readonly VersionMark[], kind: 'missing' | 'extra'): void => {
    for (const tag of new Set(mine.map((mark) => mark.tag))) {
      if (others.some((mark) => mark.tag === tag || isImplied(tag, mark.tag))) continue
      switch (classOf(tag)) {
        case 'hard':
          conflicts.push({ kind, tag })
          break
        case 'medium':
          doubts.push({ kind, tag, toldByLength: toldByLength.has(tag) })
          hundredths -= 30
          break
        case 'soft':
          hundredths -= 8
          break
        default:
      }
    }
  }
  oneSided(wanted, candidate, 'missing')
  oneSided(candidate, wanted, 'extra')
  for (const tag of new Set(wanted.map((mark) => mark.tag))) {
    const agreement = compareAll(ofTag(wanted, tag), ofTag(candidate, tag))
    if (agreement === 0) conflicts.push({ kind: 'detail', tag })
    else if (agreement < 1) {
      doubts.push({ kind: 'detail', tag, toldByLength: true })
      hundredths -= 15
    }
  }
  return { score: Math.max(0, hundredths) / 100, conflicts, doubts }
}

function ofTag(marks: readonly VersionMark[], tag: VersionTag): readonly VersionMark[] {
  return marks.filter((mark) => mark.tag === tag)
}

/** How far marks of one kind agree: as far as the one that agrees least with any of the other side. */
function compareAll(mine: readonly VersionMark[], others: readonly VersionMark[]): number {
  if (mine.length === 0 || others.length === 0) return 1
  const best = (mark: VersionMark, among: readonly VersionMark[]): number =>
    Math.max(...among.map((other) => compareDetail(mark, other)))
  return Math.min(...mine.map((mark) => best(mark, others)), ...others.map((mark) => best(mark, mine)))
}

/** Who says the one says the other as well, or may leave it out. */
const implications: readonly (readonly [says: VersionTag, implied: VersionTag])[] = [
  ['live', 'session'],
  ['live', 'acoustic'],
  ['remix', 'extended'],
  ['remix', 'edit'],
  ['karaoke', 'instrumental'],
  ['session', 'acoustic'],
  ['re-recording', 'other-version'],
  ['live', 'other-version'],
  ['acoustic', 'other-version'],
  ['remix', 'other-version'],
]

function isImplied(tag: VersionTag, by: VersionTag): boolean {
  return implications.some(([says, implied]) => says === by && implied === tag)
}

/** 1: the words beside a version agree, or there is nothing to disagree; 0.5: one side names something; 0: they contradict. */
function compareDetail(one: VersionMark, other: VersionMark): number {
  switch (one.tag) {
    case 'remix':
      if (one.detail.filter(isStyle).toSorted().join() !== other.detail.filter(isStyle).toSorted().join()) return 0
      return compareWords(one.detail, other.detail, 0.5)
    case 'language':
    case 'part':
    case 'other-version':
    case 'mashup':
      return compareWords(one.detail, other.detail, 0.5)
    case 'live':
      if (contradict(one.years, other.years)) return 0
      return Math.min(one.years.length === other.years.length ? 1 : 0.8, compareWords(one.detail, other.detail, 0.8))
    default:
      return 1
  }
}

function compareWords(one: readonly string[], other: readonly string[], unnamed: number): number {
  if (one.length === 0 && other.length === 0) return 1
  if (one.length === 0 || other.length === 0) return unnamed
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  const shared = few.filter((word) => many.includes(word)).length
  if (shared === few.length) return 1
  return shared > 0 ? 0.5 : 0
}

function contradict(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((year) => other.includes(year))
}
