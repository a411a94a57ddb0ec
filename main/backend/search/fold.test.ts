import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCodePoint, anyGrapheme } from '../../../testkit/property/index.ts'
import { fold } from './fold.ts'

describe('folding brings together what a person takes for the same', () => {
  test.each([
    ['Björk', 'bjork'],
    ['BEYONCÉ', 'beyonce'],
    ['Sigur Rós', 'sigur ros'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Ænima', 'aenima'],
    ['Røyksopp', 'royksopp'],
    ['Đorđe Łukasz', 'dorde lukasz'],
    ['Işık İstanbul', 'isik istanbul'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
    ['ﬁre', 'fire'],
    ['x²', 'x2'],
  ])('Latin: %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each([
    ['Кино — Звезда по имени Солнце', 'кино звезда по имени солнце'],
    ['Ёлка', 'елка'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['שָׁלוֹם', 'שלומ'],
    ['أُغْنِيَة', 'اغنيه'],
    ['إلى', 'الي'],
    ['آه', 'اه'],
    ['مـــوسيقى', 'موسيقي'],
    ['کیهان', 'كيهان'],
    ['٣ دقات', '3 دقات'],
  ])('Cyrillic, Greek, Hebrew, Arabic: %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each([
    ['東京事変', '東 京 事 変'],
    ['カタカナ', 'か た か な'],
    ['ｶﾀｶﾅ', 'か た か な'],
    ['ガラス', 'が ら す'],
    ['ｶﾞﾗｽ', 'が ら す'],
    ['ラーメン', 'ら ー め ん'],
    ['夜に駆ける feat. Ado', '夜 に 駆 け る feat ado'],
    ['周杰倫Jay', '周 杰 倫 jay'],
  ])('Chinese and Japanese, character by character: %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('Hangul comes apart into its letters, so that a syllable half typed begins like the whole one', () => {
    expect(fold('강').startsWith(fold('가'))).toBe(true)
    expect(fold('강').startsWith(fold('ㄱ'))).toBe(true)
    expect(fold('방탄소년단').split(' ')).toHaveLength(1)
  })

  test('vowel signs of India are letters', () => {
    expect(fold('हिन्दी')).toBe('हिन्दी')
    expect(fold('की')).not.toBe(fold('का'))
  })
})

describe('punctuation and symbols', () => {
  test.each([
    ['AC/DC', 'ac dc'],
    ['P!nk', 'p nk'],
    ['R.E.M.', 'rem'],
    ['Mr. Brightside', 'mr brightside'],
    ["Don't Stop", 'dont stop'],
    ['Don’t Stop', 'dont stop'],
    ["L'Amour", 'l amour'],
    ["Rock'n'Roll", 'rock n roll'],
    ['(Intro)', 'intro'],
    ['$', '$'],
    ['A$AP', 'a $ ap'],
    ['!!!', '!!!'],
    ['?', '?'],
    ['÷', '÷'],
    ['I ❤️ you', 'i ❤ you'],
    ['👍🏽', '👍'],
    ['AOR™', 'aor'],
    [' \0a\tb\n', 'a b'],
    ['', ''],
    [' \0\u200b ', ''],
  ])('%j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCodePoint }),
    fc.string({ unit: anyGrapheme }),
    fc.string({ unit: fc.constantFrom(...Array.from("aÉ'’.!$日ガガ강ㄱשׁםأـ ~|(ßŉĿ½™😀🏽ͅ")) }),
  )

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(fold(given))).toBe(fold(given))
      }),
      { numRuns: 2000 },
    )
  })

  test('composed or not, the result is the same', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(given.normalize('NFD'))).toBe(fold(given.normalize('NFC')))
      }),
      { numRuns: 2000 },
    )
  })

  test('one space between words, none around them', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(given)).not.toMatch(/^\s|\s$|\s\s|[\t\n\0]/)
      }),
    )
  })

  test('what one types first is a beginning of what it becomes, letter by letter', () => {
    const names = fc.constantFrom(
      'Björk Guðmundsdóttir',
      '東京事変',
      'Кино',
      'هيفاء وهبي',
      'עברי לידר',
      'ガラスの少年',
      'P!nk',
    )
    fc.assert(
      fc.property(names, fc.nat(20), (name, length) => {
        expect(fold(name).startsWith(fold(name.slice(0, length)))).toBe(true)
      }),
    )
  })

  test('a megabyte of a hostile tag is folded like any other', () => {
    expect(fold("a.'é日".repeat(100_000)).startsWith('a e 日 a e 日')).toBe(true)
  })
})
