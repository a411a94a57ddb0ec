import { describe, expect, it } from 'vitest'
import type { ImportOutcome, ImportRow } from '../../../src/imports/index.ts'
import { createTranslator } from '../../../src/i18n/index.ts'
import { testTrack } from '../../player/controller/testing/index.ts'
import { answeredOf, candidatesOf, decisionBefore, isAnswered, lengthDifference } from './candidates.ts'
import { wordsOf } from './useHandSearch.ts'
import { reasonsInWords } from './words.ts'

const track = testTrack('one')
const other = testTrack('other')
const proposal = { track, score: 0.6, reasons: [] }

describe('what a row may mean', () => {
  it('is what it means now, and then what else would do', () => {
    const outcome: ImportOutcome = {
      kind: 'matched',
      by: 'score',
      match: proposal,
      alternatives: [{ ...proposal, track: other }],
    }
    expect(candidatesOf(outcome).map((one) => [one.track.id, one.isChosen])).toEqual([
      [track.id, true],
      [other.id, false],
    ])
    expect(candidatesOf({ ...outcome, match: null }).map((one) => one.track.id)).toEqual([other.id])
  })

  it('is taken back to what a person had said before, or to nothing said', () => {
    const chosen: ImportOutcome = { kind: 'matched', by: 'person', match: proposal, alternatives: [] }
    const choice = { kind: 'choose', trackId: other.id } as const
    expect(decisionBefore(chosen, choice)).toEqual({ kind: 'choose', trackId: track.id })
    expect(decisionBefore({ kind: 'none', why: 'left-out', nearest: null }, choice)).toEqual({ kind: 'leave-out' })
    expect(decisionBefore({ ...chosen, by: 'isrc' }, choice)).toEqual({ kind: 'forget', refusedIds: [] })
    // What is refused now may be meant again; what was refused before it is not.
    const review: ImportOutcome = { kind: 'review', why: 'below-accept-line', proposals: [proposal] }
    expect(decisionBefore(review, { kind: 'refuse', trackIds: [track.id] })).toEqual({
      kind: 'forget',
      refusedIds: [track.id],
    })
  })
})

it('a row that was answered takes no second answer until it is seen as it is now', () => {
  const row: ImportRow = {
    place: 7,
    title: 'Song',
    artists: [],
    album: null,
    durationMs: null,
    isLocal: false,
    outcome: { kind: 'review', why: 'below-accept-line', proposals: [proposal] },
  }
  const answered = answeredOf(row)
  expect(isAnswered(row, null)).toBe(false)
  // The same, fetched anew before the answer was written.
  expect(isAnswered({ ...row }, answered)).toBe(true)
  expect(isAnswered({ ...row, place: 8 }, answered)).toBe(false)
  expect(isAnswered({ ...row, outcome: { kind: 'none', why: 'left-out', nearest: null } }, answered)).toBe(false)
})

it('a length is close, doubtful or another recording’s', () => {
  expect(lengthDifference(200_000, 203_000)).toEqual({ seconds: 3, tone: 'good' })
  expect(lengthDifference(200_000, 190_000)).toEqual({ seconds: -10, tone: 'doubtful' })
  expect(lengthDifference(200_000, 216_000)).toEqual({ seconds: 16, tone: 'wrong' })
  // A long piece may differ by more.
  expect(lengthDifference(3_600_000, 3_640_000)?.tone).toBe('doubtful')
  expect(lengthDifference(null, 1)).toBeNull()
})

it('what speaks against a recording is said first, and nothing twice', () => {
  const { t } = createTranslator()
  const words = reasonsInWords(
    [
      { code: 'title-equal' },
      { code: 'duration-off', differenceMs: 9000 },
      { code: 'version-extra', version: 'live' },
      { code: 'version-detail', version: 'live' },
      { code: 'version-missing', version: 'a kind that nobody knows' },
    ],
    t,
  )
  expect(words[0]).toBe('Live')
  expect(words.at(-1)).toBe('Same title')
  expect(new Set(words).size).toBe(words.length)
})

it('a search by hand begins with the main artist and the title', () => {
  expect(wordsOf({ title: 'Song', artists: ['Ann', 'Ben'] })).toBe('Ann Song')
  expect(wordsOf({ title: 'Song', artists: [] })).toBe('Song')
})
