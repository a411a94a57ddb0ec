import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCodePoint } from '../../../testkit/property/index.ts'
import { guessFromName } from './filename.ts'
import { cleanNames, cleanText } from './text.ts'

describe('guessFromName', () => {
  test.each([
    ['03 - Nina Simone - Sinnerman.flac', 'Sinnerman', 'Nina Simone', 3, null],
    ['03. Sinnerman.mp3', 'Sinnerman', null, 3, null],
    ['03 Sinnerman.mp3', 'Sinnerman', null, 3, null],
    ['3) Sinnerman.mp3', 'Sinnerman', null, 3, null],
    ['2-11 Sinnerman.mp3', 'Sinnerman', null, 11, 2],
    ['1.02 - Sinnerman.mp3', 'Sinnerman', null, 2, 1],
    ['Nina Simone - Sinnerman.ogg', 'Sinnerman', 'Nina Simone', null, null],
    ['Nina Simone – Sinnerman – Live.ogg', 'Sinnerman - Live', 'Nina Simone', null, null],
    ['Nina Simone - Pastel Blues - 09 - Sinnerman.ogg', 'Sinnerman', 'Nina Simone', 9, null],
    ['nina_simone_-_sinnerman.mp3', 'sinnerman', 'nina simone', null, null],
    ['99 Luftballons.mp3', '99 Luftballons', null, null, null],
    ['50 Cent - In da Club.mp3', 'In da Club', '50 Cent', null, null],
    ['1979.mp3', '1979', null, null, null],
    ['7-Eleven.mp3', '7-Eleven', null, null, null],
    ['03-Sinnerman.mp3', 'Sinnerman', null, 3, null],
    ['03_sinnerman.mp3', 'sinnerman', null, 3, null],
    ['jay-z.mp3', 'jay-z', null, null, null],
    ['愛.flac', '愛', null, null, null],
    ['.mp3', '.mp3', null, null, null],
  ])('%s', (name, title, artist, trackNumber, discNumber) => {
    expect(guessFromName(name)).toEqual({ title, artist, trackNumber, discNumber })
  })

  test('always finds a title that is not empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint }), (name) => {
        expect(guessFromName(name).title.trim()).not.toBe('')
      }),
    )
  })
})

describe('cleanText', () => {
  test('takes out what would spoil a line', () => {
    expect(cleanText('  a\u0000b\r\nc\u202Ed \u2066 e ')).toBe('a b c d e')
    expect(cleanText('e\u0301')).toBe('é')
    expect(cleanText('👩‍👩‍👧 family')).toBe('👩‍👩‍👧 family')
    expect(cleanText('\u0000')).toBeNull()
  })

  test('answers bounded, well-formed text whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint, maxLength: 2000 }), (text) => {
        const clean = cleanText(text) ?? 'x'
        expect(clean.isWellFormed()).toBe(true)
        expect(Array.from(clean).length).toBeLessThanOrEqual(300)
        expect(clean).toBe(clean.trim())
        expect(cleanText(clean)).toBe(clean)
      }),
    )
    expect(cleanText('x'.repeat(50_000_000))?.length).toBe(300)
  })

  test('names: no repeats, no empty ones', () => {
    expect(cleanNames(['Ann', ' Ann ', '', null, 'Bo'])).toEqual(['Ann', 'Bo'])
  })
})
