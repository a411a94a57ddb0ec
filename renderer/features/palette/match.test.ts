import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyGrapheme } from '../../../testkit/property/index.ts'
import { folded, match } from './match.ts'

const find = (query: string, text: string) => match(folded(query), folded(text))
const shown = (query: string, text: string) =>
  find(query, text)?.marks.map(([from, to]) => text.slice(from, to)) ?? null
const best = (query: string, texts: readonly string[]) =>
  texts.toSorted((one, other) => (find(query, other)?.score ?? -99) - (find(query, one)?.score ?? -99))[0]

describe('match', () => {
  it('finds words by their beginnings, their initials and their middle', () => {
    expect(shown('que', 'Show or hide the queue')).toEqual(['que'])
    expect(shown('npl', 'Full-screen now playing')).toEqual(['n', 'pl'])
    expect(shown('list', 'Playlists')).toEqual(['list'])
    expect(shown('show queue', 'Show or hide the queue')).toEqual(['Show', 'queue'])
  })

  it('leaves out letters that only happen to be there', () => {
    expect(find('wde', 'Show or hide the queue')).toBeNull()
    expect(find('xyz', 'Home')).toBeNull()
    expect(find('homes', 'Home')).toBeNull()
  })

  it('goes by letters, not by accents, case or composition', () => {
    expect(shown('lautstarke', 'Größere Lautstärke')).toEqual(['Lautstärke'])
    expect(shown('grosse', 'Größe')).toEqual(['Größe'])
    expect(shown('cancion', 'Siguiente canción')).toEqual(['cancio\u0301n'.normalize('NFC')])
    expect(shown('夜', '深夜便')).toEqual(['夜'])
  })

  it('puts the beginning of a text before the beginning of a word, and both before its middle', () => {
    expect(best('set', ['Reset', 'Show settings', 'Settings'])).toBe('Settings')
    expect(best('set', ['Reset', 'Show settings'])).toBe('Show settings')
    expect(best('home', ['Homecoming', 'Home'])).toBe('Home')
  })

  it('finds every text by itself, whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyGrapheme, minLength: 1, maxLength: 40 }), (text) => {
        const found = find(text, text)
        expect(found).not.toBeNull()
        const marked = found?.marks.map(([from, to]) => text.slice(from, to)).join('') ?? ''
        expect(folded(marked).letters).toBe(folded(text).letters)
      }),
    )
  })

  it('marks exactly what was asked for, whatever the text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'Ä', 'ß', ' ', '-'), maxLength: 24 })
    const query = fc.string({ unit: fc.constantFrom('a', 'b', 's', 'A'), maxLength: 6 })
    fc.assert(
      fc.property(query, words, (asked, text) => {
        const marks = find(asked, text)?.marks
        if (!marks) return
        const marked = folded(marks.map(([from, to]) => text.slice(from, to)).join('')).letters
        // ß is two letters and one sign: it is marked whole.
        for (const letter of asked.toLowerCase()) expect(marked).toContain(letter)
        expect(marked.replaceAll('ss', 's').length).toBeLessThanOrEqual(Math.max(asked.length, marked.length))
        expect(marks.every(([from, to], at) => from < to && from > (marks[at - 1]?.[1] ?? -1))).toBe(true)
      }),
    )
  })
})
