import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCodePoint } from '../../../../testkit/property/index.ts'
import { formsOf } from '../normalise/index.ts'
import { classify, compareVersions, parseTitle, type VersionMark } from './index.ts'
import { versionWords } from './words/index.ts'

const tagsOf = (text: string): string[] | null =>
  classify(formsOf(text).folded, text)
    ?.map(({ tag }) => tag)
    .toSorted() ?? null
const names = (title: string): string[] =>
  parseTitle(title)
    .pieces.filter(({ marks }) => marks === null)
    .map(({ forms }) => forms.folded)
const marks = (title: string): VersionMark[] => {
  const parsed = parseTitle(title)
  return [...parsed.marks, ...parsed.pieces.flatMap((piece) => piece.marks ?? [])]
}
const compared = (one: string, other: string) => compareVersions(marks(one), marks(other))

describe('every phrase of the table', () => {
  const entries = versionWords.flatMap(({ tag, ...places }) =>
    Object.values(places).flatMap((written) => written.split(',').map((phrase) => [phrase.trim(), tag] as const)),
  )

  it('says by itself that there is a version, or one that it shares its words with', () => {
    const silent = entries.filter(([phrase]) => tagsOf(phrase) === null)
    expect(silent).toEqual([])
  })

  it('is found in capitals and full width', () => {
    const unlike = entries.filter(([phrase]) => String(tagsOf(phrase)) !== String(tagsOf(phrase.toUpperCase())))
    expect(unlike).toEqual([])
  })
})

describe('segments', () => {
  it.each([
    ['Live at Wembley Stadium, 1986', 'live'],
    ['Kygo Remix', 'remix'],
    ['2011 Remaster', 'remaster'],
    ['Remastered 2009', 'remaster'],
    ['2019 Mix', 'remaster'],
    ['Official Live Video', 'live,video'],
    ['Taylor’s Version', 're-recording'],
    ['slowed + reverb', 'slowed'],
    ['8D AUDIO', 'altered'],
    ['Pt. 2', 'part'],
    ['Part Two', 'part'],
    ['En Vivo', 'live'],
    ['横浜アリーナ ライブ', 'live'],
    ['弾いてみた', 'cover'],
    ['가사', 'lyrics'],
    ['Караоке', 'karaoke'],
    ['Radio Edit', 'edit'],
    ['Dimitri Edit', 'remix'],
    ['Sped Up', 'sped-up'],
    ['1 hour loop', 'loop'],
    ['Explicit', 'explicit'],
    ['From "Barbie"', 'credit'],
    ['Spanish Version', 'language'],
  ])('%s is %s', (text, tags) => expect(tagsOf(text)?.join(',')).toBe(tags))

  it.each([
    'Forget About Me',
    'I Can’t Get No',
    'The Way You Live',
    'Cover Me Up',
    'Live and Let Die',
    'Remix to Ignition',
    'Slow Dancing in the Dark',
    'Reverberation Song',
    'Demolition Man',
    'Undercover of the Night',
    'Loopholes',
    'Deliverance',
    'Music Sounds Better with You',
    'Sing Along with the Common People Tonight',
    'One More Hour of You',
    'Parting Ways',
    'ライブラリ',
    'Живой',
  ])('%s is a name', (text) => expect(tagsOf(text)).toBe(null))
})

describe('titles', () => {
  it('come apart at separators and brackets', () => {
    expect(names('Coldplay - Yellow (Official Video)')).toEqual(['coldplay', 'yellow'])
    expect(names('Yellow - Remastered 2011')).toEqual(['yellow'])
    expect(names('夜に駆ける / YOASOBI')).toHaveLength(2)
    expect(names('Song — Live at the Apollo')).toEqual(['song'])
  })

  it('keep what belongs to them', () => {
    expect(parseTitle('(I Can’t Get No) Satisfaction').asides.map(({ folded }) => folded)).toEqual(['i cant get no'])
    expect(parseTitle('Live and Let Die').marks).toEqual([])
    expect(names('(Intro)')).toEqual(['intro'])
    expect(names('Blink-182')).toEqual(['blink 182'])
  })

  it('give up the artists they name', () => {
    expect(parseTitle('Song (feat. Anna & Bo)').featured).toEqual(['Anna & Bo'])
    expect(parseTitle('Song ft. Anna (Official Video)').featured).toEqual(['Anna'])
    expect(parseTitle('Anna ft. Bo - Song').featured).toEqual(['Bo'])
    expect(parseTitle('Lift').featured).toEqual([])
  })

  it('give up what they quote', () => {
    expect(parseTitle('YOASOBI「アイドル」 Official Music Video').quoted.map(({ title }) => title.core)).toEqual([
      'アイドル',
    ])
    expect(
      parseTitle("TAEYEON 'INVU' MV").quoted.map(({ title, beside }) => ({
        title: title.core,
        beside: beside.map(({ text }) => text),
      })),
    ).toEqual([{ title: 'invu', beside: ['TAEYEON', 'MV'] }])
  })

  it('never throw, and end soon, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint, maxLength: 60 }), (title) => {
        expect(parseTitle(title).pieces.length).toBeGreaterThan(0)
      }),
    )
    for (const long of ['(', ' - ', '「', 'feat. ', ' ', "'", '|', 'a', '\uD800', ' x ', 'ft ', '((('])
      expect(parseTitle(long.repeat(5000)).pieces.length).toBeGreaterThan(0)
  })
})

describe('versions of two sides', () => {
  it.each([
    ['Song', 'Song (Live)'],
    ['Song (Live)', 'Song'],
    ['Song (Kygo Remix)', 'Song (Tiesto Remix)'],
    ['Song (Live at Wembley 1986)', 'Song (Live in Tokyo 1979)'],
    ['Song (Live 1986)', 'Song (Live 1979)'],
    ['Song (Part 1)', 'Song (Part 2)'],
    ['Song', 'Song (Karaoke Version)'],
    ['Song (Spanish Version)', 'Song (French Version)'],
  ])('%s and %s are different recordings, both ways', (one, other) => {
    expect(compared(one, other).conflicts).not.toEqual([])
    expect(compared(other, one).conflicts).not.toEqual([])
  })

  it.each([
    ['Song', 'Song (Official Video)'],
    ['Song - Remastered 2011', 'Song'],
    ['Song (Kygo Remix)', 'Song - Kygo Remix [Official Audio]'],
    ['Song (Live)', 'Song (Live at Wembley, 1986)'],
    ['Song (Radio Edit)', 'Song - Radio Edit'],
  ])('%s and %s may be one', (one, other) => expect(compared(one, other).conflicts).toEqual([]))

  it('conflict as much one way as the other', () => {
    const titles = [
      'Song',
      'Song (Live)',
      'Song (X Remix)',
      'Song (Acoustic)',
      'Song (Pt. 2)',
      'Song (Remaster)',
      'Song (Radio Edit)',
    ]
    for (const one of titles) {
      for (const other of titles) {
        const there = compared(one, other)
        const back = compared(other, one)
        expect(there.conflicts.length).toBe(back.conflicts.length)
        expect(there.score).toBe(back.score)
      }
    }
  })
})
