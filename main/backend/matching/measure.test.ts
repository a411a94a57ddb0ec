import { describe, expect, it } from 'vitest'
import { figuresOf, labelledQueries, wrongPairs, type Matcher } from '../../../testkit/matching/index.ts'
import { matchRecording } from './index.ts'

const own: Matcher = (wanted, candidates) => {
  const decision = matchRecording(wanted, candidates)
  return decision.kind === 'match' ? decision.chosen.candidate : null
}
const testHalf = labelledQueries.filter(({ half }) => half === 'test')

describe('the labelled set', () => {
  it('is as large and as varied as its README says', () => {
    expect(labelledQueries.length).toBeGreaterThanOrEqual(400)
    expect(new Set(labelledQueries.map(({ id }) => id)).size).toBe(labelledQueries.length)
    const without = labelledQueries.filter(({ slices }) => !slices.hasAnswer).length
    expect(without / labelledQueries.length).toBeGreaterThan(0.2)
    expect(new Set(labelledQueries.map(({ slices }) => slices.script)).size).toBeGreaterThanOrEqual(10)
    expect(testHalf.length).toBeGreaterThan(150)
    for (const { id, candidates } of labelledQueries) {
      expect(candidates.length, id).toBeGreaterThanOrEqual(3)
      expect(candidates.length, id).toBeLessThanOrEqual(12)
    }
  })
})

describe('on the test half', () => {
  const { precision, recall, outcomes } = figuresOf(testHalf, own)
  const failed = outcomes.filter(({ kind }) => kind === 'wrong' || kind === 'missed').map(({ query, kind }) => `${kind} ${query.id}`)

  it('99 of 100 automatic matches are right', () => expect(precision.value, failed.join('\n')).toBeGreaterThanOrEqual(0.99))

  it('95 of 100 recordings that are there are found', () => expect(recall.value, failed.join('\n')).toBeGreaterThanOrEqual(0.95))

  it('of pairs that look alike and are wrong, 2 in 1000 at most are accepted', () => {
    const pairs = wrongPairs(testHalf, 30)
    expect(pairs.length).toBeGreaterThanOrEqual(5000)
    const accepted = pairs.filter(({ wanted, candidate }) => matchRecording(wanted, [candidate]).kind === 'match')
    const names = accepted.map(({ wanted, candidate }) => `${wanted.title} / ${wanted.artists.join()} ← ${candidate.title} / ${candidate.artists.join()}`)
    expect(accepted.length / pairs.length, names.join('\n')).toBeLessThanOrEqual(0.002)
  })
})
