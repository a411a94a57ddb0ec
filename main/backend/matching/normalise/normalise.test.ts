import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCodePoint, anyGrapheme } from '../../../../testkit/property/index.ts'
import { arabicNumber, canBeRomanised, coreOf, formsOf, numbersOf, romanise, scriptsOf } from './index.ts'

const folded = (text: string): string => formsOf(text).folded
const romanised = (text: string): string => romanise(folded(text), scriptsOf(text))

describe('the core form', () => {
  it('keeps letters of every script', () => {
    expect(coreOf('夜に駆ける')).toBe('夜に駆ける')
    expect(coreOf('Кино – Группа крови')).toBe('кино группа крови')
    expect(coreOf('รักเธอ')).toBe('รักเธอ')
  })

  it('unifies width, ligatures and half-width kana', () => {
    expect(coreOf('Ｌｅｍｏｎ')).toBe('lemon')
    expect(coreOf('ｶﾞﾗｽ')).toBe('ガラス')
    expect(coreOf('ﬁre')).toBe('fire')
  })

  it('composes decomposed Hangul and kana', () => {
    expect(coreOf('봄날'.normalize('NFD'))).toBe('봄날')
    expect(coreOf('が'.normalize('NFD'))).toBe('が')
  })

  it('knows no Turkish or Greek surprises', () => {
    expect(coreOf('İSTANBUL')).toBe('istanbul')
    expect(coreOf('ΔΡΌΜΟΣ')).toBe(coreOf('δρόμος'))
    expect(coreOf('STRASSE')).toBe(coreOf('Straße'))
  })

  it('leaves out what is punctuation only', () => {
    expect(coreOf('Don’t Stop ‘Til You Get Enough…')).toBe('dont stop til you get enough')
    expect(coreOf('R.E.M.')).toBe('rem')
    expect(coreOf('Rock ’n’ Roll')).toBe('rock and roll')
    expect(coreOf('Florence + The Machine')).toBe(coreOf('Florence & the Machine'))
  })

  it.each(['!!!', '÷', '+', '=', '★', '…'])('keeps what has nothing but symbols: %s', (text) => {
    expect(coreOf(text)).not.toBe('')
    expect(coreOf(text)).not.toBe(coreOf('?'))
  })

  it('reads signs that stand for letters', () => {
    expect(coreOf('P!nk')).toBe('pink')
    expect(coreOf('A$AP Rocky')).toBe('asap rocky')
    expect(coreOf('Ke$ha')).toBe('kesha')
    expect(coreOf('$uicideboy$')).toBe('suicideboys')
    expect(coreOf('Help!')).toBe('help')
  })
})

describe('the folded form', () => {
  it.each([
    ['Beyoncé', 'Beyonce'],
    ['Sigur Rós', 'Sigur Ros'],
    ['Ηλεκτρικός', 'Ηλεκτρικος'],
    ['Mộng Mơ', 'Mong Mo'],
    // Letters that do not come apart
    ['Łódź', 'Lodz'],
    ['Mø', 'Mo'],
    ['Ægir', 'Aegir'],
    ['Þórður', 'Thordur'],
    ['Işık', 'isik'],
    // Habits of writing
    ['Ёлка', 'Елка'],
    ['ガラス', 'がらす'],
    ['愛情', '爱情'],
    ['أحبك', 'احبك'],
  ])('of %s and %s is the same', (one, other) => expect(folded(one)).toBe(folded(other)))

  it.each([
    ['Мой', 'Мои'],
    ['が', 'か'],
    ['นา', 'น้า'],
    ['कि', 'की'],
  ])('keeps %s and %s apart: no mark is an accent where it is content', (one, other) =>
    expect(folded(one)).not.toBe(folded(other)),
  )
})

describe('tokens', () => {
  it('are pairs of characters where words stand without spaces', () => {
    expect(formsOf('夜に駆ける').tokens).toEqual(['夜に', 'に駆', '駆け', 'ける'])
    expect(formsOf('紅').tokens).toEqual(['红'])
    expect(formsOf('Lemon 恋 song').tokens).toEqual(['lemon', '恋', 'song'])
    expect(formsOf('봄 날').tokens).toEqual(['봄', '날'])
  })
})

describe('numbers', () => {
  it.each([
    ['iv', '4'],
    ['04', '4'],
    ['4th', '4'],
    ['four', '4'],
    ['fire', null],
  ])('%s is %s', (token, number) => expect(arabicNumber(token)).toBe(number))

  it('count where they tell titles apart', () => {
    expect(numbersOf(['symphony', 'no', '5', 'iii'])).toEqual(['5', '3'])
    expect(numbersOf(['i', 'will'])).toEqual([])
    expect(numbersOf(['and', 'i'])).toEqual([])
  })
})

describe('romanised', () => {
  it.each([
    ['Группа крови', 'Gruppa krovi'],
    ['Мой друг', 'Moy drug'],
    ['アイドル', 'Aidoru'],
    ['とうきょう', 'Tokyo'],
    ['강남', 'Gangnam'],
    ['Τραγούδι', 'Tragoudi'],
  ])('%s is %s', (text, latin) => {
    expect(romanised(text)).toBe(romanised(latin))
  })

  it('is not possible for Chinese characters', () => {
    expect(canBeRomanised(scriptsOf('夜曲'), '夜曲')).toBe(false)
    expect(canBeRomanised(scriptsOf('ひかり'), 'ひかり')).toBe(true)
  })
})

describe('any text', () => {
  it('comes to forms that come to themselves, whatever the case', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint }), (text) => {
        const forms = formsOf(text)
        expect(coreOf(forms.core)).toBe(forms.core)
        // An n that was accented is no "and".
        fc.pre(!forms.folded.includes(' n '))
        expect(formsOf(forms.folded).folded).toBe(forms.folded)
      }),
    )
  })

  it('is the same whether other letters stand beside it or not', () => {
    const ascii = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((point) => String.fromCharCode(point)) })
    fc.assert(
      fc.property(ascii, (text) => {
        fc.pre(/[a-z]/i.test(text))
        expect(coreOf(`ж (${text}) ж`)).toBe(`ж ${coreOf(text)} ж`.replace(/(?<= )n(?= )/g, 'and'))
      }),
    )
  })

  it('is the same in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyGrapheme }), (text) => {
        expect(coreOf(text.toUpperCase())).toBe(coreOf(text))
      }),
    )
  })
})
