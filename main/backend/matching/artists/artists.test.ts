import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCodePoint } from '../../../../testkit/property/index.ts'
import { compareArtists, creditOf, nameOf, sameName, type Credit } from './index.ts'

const credits = (names: readonly string[]): Credit[] => names.map(creditOf).filter((credit) => credit !== null)
const kind = (wanted: readonly string[], found: readonly string[]): string =>
  compareArtists(credits(wanted), credits(found)).kind

describe('artists', () => {
  it.each([
    [['Queen'], ['Queen - Topic']],
    [['Coldplay'], ['ColdplayVEVO']],
    [['Calvin Harris'], ['CalvinHarrisVEVO']],
    [['Calvin Harris'], ['Calvin Harris Official']],
    [['The Beatles'], ['Beatles, The']],
    [['Florence + The Machine'], ['Florence and the Machine']],
    [['Earth, Wind & Fire'], ['Earth, Wind & Fire']],
    [['Earth, Wind & Fire', 'The Emotions'], ['Earth, Wind & Fire, The Emotions']],
    [['Tyler, The Creator'], ['Tyler, The Creator']],
    [['Queen', 'David Bowie'], ['Queen & David Bowie']],
    [
      ['Calvin Harris', 'Dua Lipa'],
      ['Dua Lipa', 'Calvin Harris'],
    ],
    [['P!nk'], ['Pink']],
    [['A$AP Rocky'], ['ASAP Rocky']],
    [['AC/DC'], ['ACDC']],
    [['Beyoncé'], ['beyonce']],
    [['宇多田ヒカル'], ['Hikaru Utada 宇多田ヒカル']],
    [['IU'], ['IU(아이유)']],
    [['Hikaru Utada'], ['Utada Hikaru']],
    [['!!!'], ['!!!']],
  ])('%j is %j', (wanted, found) => expect(kind(wanted, found)).toBe('equal'))

  it.each([
    [['Queen'], ['Queen Latifah']],
    [['Earth'], ['Wind']],
    [['Abba'], ['Adda']],
    [['Кино'], ['Ария']],
    [['!!!'], ['???']],
    [['Prince'], ['Princess Nokia']],
  ])('%j is not %j', (wanted, found) => expect(kind(wanted, found)).toBe('different'))

  it.each([
    [['Calvin Harris', 'Dua Lipa'], ['Calvin Harris'], 'in-part'],
    [['Calvin Harris', 'Dua Lipa'], ['Dua Lipa'], 'in-part'],
    [['Prince & The Revolution'], ['Prince'], 'in-part'],
    [['Кино'], ['Kino'], 'in-part'],
    [['宇多田ヒカル'], ['Hikaru Utada'], 'another-script'],
    [['Various Artists'], ['Queen'], 'unknown'],
    [['Queen'], ['Various Artists'], 'unknown'],
  ])('%j and %j: %s', (wanted, found, expected) => expect(kind(wanted, found)).toBe(expected))

  it('are named the same both ways, whatever the text', () => {
    const text = fc.string({ unit: anyCodePoint, maxLength: 20 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(sameName(nameOf(one), nameOf(other))).toBe(sameName(nameOf(other), nameOf(one)))
        creditOf(one)
      }),
    )
  })
})
