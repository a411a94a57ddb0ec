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
    expect(testHalf.length).toBeGreaterThan(100)
    const unlike = labelledQueries.filter(({ candidates }) => candidates.length < 3 || candidates.length > 12)
    expect(unlike.map(({ id }) => id)).toEqual([])
  })
})

describe('on the test half', () => {
  const { precision, recall, outcomes } = figuresOf(testHalf, own)
  const failed = outcomes
    .filter(({ kind }) => kind === 'wrong' || kind === 'missed')
    .map(({ query, kind }) => `${kind} ${query.id}`)

  it('99 of 100 automatic matches are right, and 95 of 100 recordings that are there are found', () => {
    // The names of those that are not, beside the figures.
    expect({ precision: precision.value, recall: recall.value, failed }).toEqual({
      precision: expect.toSatisfy((value: number) => value >= 0.99),
      recall: expect.toSatisfy((value: number) => value >= 0.95),
      failed: expect.any(Array),
    })
  })

  it('of pairs that look alike and are wrong, 2 in 1000 at most are accepted', () => {
    const pairs = wrongPairs(testHalf, 50)
    expect(pairs.length).toBeGreaterThanOrEqual(5000)
    const accepted = pairs.filter(({ wanted, candidate }) => matchRecording(wanted, [candidate]).kind === 'match')
    const names = accepted.map(({ wanted, candidate }) => [
      wanted.title,
      wanted.artists,
      candidate.title,
      candidate.artists,
    ])
    expect(names.slice(0, Math.floor(pairs.length * 0.002))).toEqual(names)
  })
})
