import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../../src/contract/index.ts'
import type { SearchResults } from '../../src/contract/index.ts'
import { isAnswered, noSearch, resultsOf, shownText, withAnswer, withFailure, withSources, withText } from './search.ts'
import type { SearchView } from './search.ts'

const named = (name: string): SearchResults => ({
  tracks: [],
  albums: [],
  artists: [{ id: name, name, albumCount: 0, trackCount: 1, coverPath: null }],
  playlists: [],
  list: null,
  spotify: [],
})
const answer = (searchId: string, name = searchId) =>
  ({ searchId, source: 'library', more: false, outcome: { ok: true, value: named(name) } }) as const
const shown = (view: SearchView) => resultsOf(view).artists.map(({ name }) => name)

describe('a search on the page', () => {
  it('shows what is found for what is typed', () => {
    const view = withAnswer(withSources(withText(noSearch, 'a', '1'), '1', ['library']), answer('1'))
    expect(shown(view)).toEqual(['1'])
    expect(isAnswered(view)).toBe(true)
  })

  it('takes an answer that comes before the word of who answers', () => {
    const view = withSources(withAnswer(withText(noSearch, 'a', '1'), answer('1')), '1', ['library'])
    expect(shown(view)).toEqual(['1'])
    expect(isAnswered(view)).toBe(true)
  })

  it('keeps results where they are while the next ones are on their way', () => {
    const first = withAnswer(withText(noSearch, 'a', '1'), answer('1'))
    const second = withText(first, 'ab', '2')
    expect(shown(second)).toEqual(['1'])
    expect(isAnswered(second)).toBe(false)
    expect(second.sources[0]?.found?.text).toBe('a')
  })

  it('drops answers, names and failures of earlier searches', () => {
    const view = withText(withText(noSearch, 'a', '1'), 'ab', '2')
    expect(withAnswer(view, answer('1'))).toBe(view)
    expect(withSources(view, '1', ['library'])).toBe(view)
    expect(withFailure(view, '1', failure('internal'))).toBe(view)
  })

  it('forgets everything when the box is emptied', () => {
    const view = withText(withAnswer(withText(noSearch, 'a', '1'), answer('1')), ' ', '2')
    expect(shown(view)).toEqual([])
    expect(withAnswer(view, answer('1'))).toBe(view)
  })

  it('goes on waiting for a source that has more to come', () => {
    const view = withSources(withText(noSearch, 'a', '1'), '1', ['library'])
    const some = withAnswer(view, { ...answer('1'), more: true })
    expect(shown(some)).toEqual(['1'])
    expect(isAnswered(some)).toBe(false)
    expect(isAnswered(withAnswer(some, answer('1', 'whole')))).toBe(true)
  })

  it('never shows what servers found for one text beside what the library found for another', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('type', 'library', 'nodelink'), fc.nat(3)), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (given) => {
        let view = noSearch
        let begun = 0
        for (const [kind, back] of given) {
          if (kind === 'type') {
            begun += 1
            view = withSources(withText(view, `text ${begun}`, String(begun)), String(begun), ['library', 'nodelink'])
          } else {
            const searchId = String(begun - back)
            view = withAnswer(view, { ...answer(searchId, `text ${searchId}`), source: kind })
          }
          if (begun === 0) continue
          expect(new Set(shown(view)).size).toBeLessThanOrEqual(1)
          for (const name of shown(view)) expect(name).toBe(shownText(view))
        }
      }),
    )
  })

  it('never shows results of an earlier text once those of the last are there, whatever comes in which order', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('type', 'answer'), fc.nat(5)), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (given) => {
        let view = noSearch
        let begun = 0
        let answered = false
        for (const [kind, which] of given) {
          if (kind === 'type') {
            begun += 1
            view = withText(view, 'x'.repeat(begun), String(begun))
            answered = false
          } else {
            view = withAnswer(view, answer(String(which)))
            answered ||= which === begun && begun > 0
          }
          expect(view.text).toBe('x'.repeat(begun))
          expect(!answered || shown(view).join(' ') === String(begun)).toBe(true)
        }
      }),
    )
  })
})
