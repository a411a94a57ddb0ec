import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyGrapheme } from '../../../../testkit/property/index.ts'
import { formsOf } from '../normalise/index.ts'
import { editDistance, similarityOf } from './index.ts'

const similar = (one: string, other: string): number => similarityOf(formsOf(one), formsOf(other))
const text = fc.string({ unit: anyGrapheme, maxLength: 24 })

describe('edit distance', () => {
  it('is the number of letters changed, up to the most that is asked for', () => {
    expect(editDistance('kitten', 'sitting', 5)).toBe(3)
    expect(editDistance('kitten', 'sitting', 2)).toBe(3)
    expect(editDistance('', 'abc', 5)).toBe(3)
    expect(editDistance('abc', 'xyz', 1)).toBe(2)
  })

  it('agrees with the whole table', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other, 20)).toBe(plain(one, other))
      }),
    )
  })
})

describe('similarity', () => {
  it.each([
    ['Don’t Stop Believin’', 'Dont Stop Believing'],
    ['The Scientist', 'Scientist'],
    ['Blink 182', 'Blink182'],
    ['Bohemian Rapsody', 'Bohemian Rhapsody'],
    ['夜に駆ける', '夜に駆ける'],
  ])('%s and %s are alike', (one, other) => expect(similar(one, other)).toBeGreaterThan(0.88))

  it.each([
    ['Love Me Now', 'Love Me Not'],
    ['Stay With Me', 'Stay With Us'],
    ['Here With Me', 'Here Without Me'],
    ['One', 'Two'],
    ['Angel', 'Angels'],
    ['恋', '愛'],
    ['夜に駆ける', '夜に溶ける'],
    ['Love Story', 'Love Song'],
    ['Мой', 'Мои'],
    ['!!!', '???'],
  ])('%s and %s are not', (one, other) => expect(similar(one, other)).toBeLessThan(0.85))

  it('is the same both ways, and 1 for what is the same but for case, width and punctuation', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(similar(one, other)).toBeCloseTo(similar(other, one), 10)
        // Symbols alone are compared as they are, and nothing at all is like nothing.
        fc.pre(/[\p{L}\p{N}]/u.test(formsOf(one).core))
        expect(similar(one, one.toUpperCase())).toBe(1)
        expect(similar(one, `“${one}”!`)).toBeGreaterThan(0.98)
      }),
    )
  })
})

/** The textbook table, to compare with. */
function plain(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const change = one[row - 1] === other[at - 1] ? 0 : 1
      current.push(Math.min((previous[at - 1] ?? 0) + change, (previous[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[other.length] ?? 0
}
