import { describe, expect, test } from 'vitest'
import { lastLineMs, longestLyrics, type LyricsLine } from '../document.ts'
import { parseLyrics } from '../index.ts'

const timed = (text: string, lengthMs: number | null = null): readonly LyricsLine[] => {
  const lyrics = parseLyrics(text, { lengthMs })
  if (lyrics.kind === 'plain') throw new Error('has no times')
  return lyrics.lines
}
/** Start and text of each line; with its role or voice where it is not the main one. */
const told = (text: string): readonly string[] =>
  timed(text).map(({ startMs, text: words, role, voice }) =>
    [startMs, words, ...(role === 'main' ? [] : [role]), ...(voice === null ? [] : [voice])].join(' | '),
  )
const words = (text: string): readonly (readonly [number, number, string])[] =>
  timed(text).flatMap((line) => line.words.map(({ startMs, endMs, text: word }) => [startMs, endMs, word] as const))

const variants: readonly (readonly [string, string, readonly string[]])[] = [
  ['hundredths', '[01:02.50]Lights along the river', ['62500 | Lights along the river']],
  ['milliseconds', '[01:02.505]Lights along the river', ['62505 | Lights along the river']],
  ['tenths', '[01:02.5]Lights along the river', ['62500 | Lights along the river']],
  ['no fraction', '[01:02]Lights along the river', ['62000 | Lights along the river']],
  ['a comma', '[01:02,50]Lights along the river', ['62500 | Lights along the river']],
  ['a colon before the fraction', '[01:02:50]Lights along the river', ['62500 | Lights along the river']],
  ['a one-digit minute', '[1:02.50]Lights along the river', ['62500 | Lights along the river']],
  ['a three-digit minute', '[100:02.50]Long mix, last verse', ['6002500 | Long mix, last verse']],
  ['hours', '[1:00:02.500]Second hour', ['3602500 | Second hour']],
  [
    'several stamps',
    '[00:10.00][00:50.00]Chorus comes back',
    ['10000 | Chorus comes back', '50000 | Chorus comes back'],
  ],
  [
    'several stamps, spaced',
    '[00:10.00] [00:50.00] Chorus comes back',
    ['10000 | Chorus comes back', '50000 | Chorus comes back'],
  ],
  ['an unsorted file', '[00:20]two\n[00:10]one\n[00:30]three', ['10000 | one', '20000 | two', '30000 | three']],
  ['an empty line', '[00:10]one\n[00:20]\n[00:30]two', ['10000 | one', '30000 | two']],
  ['leading spaces', '  [00:05.00]Soft start', ['5000 | Soft start']],
  ['text in brackets', '[00:12.00][Chorus] Hold on', ['12000 | [Chorus] Hold on']],
  ['a translation', '[00:12.00]Hold on\n[00:12.00]Держись', ['12000 | Hold on', '12000 | Держись | translation']],
  [
    'walaoke voices',
    '[00:12]F: She\n[00:13]M: He\n[00:14]D:Both\n[00:15]All',
    ['12000 | She | female', '13000 | He | male', '14000 | Both | duet', '15000 | All'],
  ],
  ['a background voice', '[00:12.00]Hold on (hold on)', ['12000 | Hold on', '12000 | hold on | background']],
  [
    'a background voice, full width',
    '[00:12.00]Hold on（hold on）',
    ['12000 | Hold on', '12000 | hold on | background'],
  ],
  ['a background voice alone', '[00:12.00](ooh (ah))', ['12000 | ooh (ah) | background']],
  ['text without Latin letters', '[00:12.00]川沿いの灯り\n[00:14.00]أضواء', ['12000 | 川沿いの灯り', '14000 | أضواء']],
]

describe.each(variants)('%s', (_what, text, expected) => {
  test.each([
    ['as it is', text],
    ['with a byte order mark and CRLF', `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`],
    ['with lone CR', text.replaceAll('\n', '\r')],
    ['among other lines', `[ar:Ann]\n\n${text}\n[ti:Late]`],
  ])('%s', (_form, written) => expect(told(written)).toEqual(expected))

  test('with other letters', () => {
    const swap = (line: string) => line.replaceAll('i', 'и').replaceAll('o', '東')
    const swapWords = (line: string) =>
      line
        .split(' | ')
        .map((part, place) => (place === 1 ? swap(part) : part))
        .join(' | ')
    expect(told(swap(text))).toEqual(expected.map(swapWords))
  })
})

describe('words', () => {
  const hold = [
    [12_000, 12_600, 'Hold '],
    [12_600, 13_400, 'on'],
  ]
  test.each([
    ['A2', '[00:12.00]<00:12.00>Hold <00:12.60>on <00:13.40>'],
    ['A2, the first without a stamp of its own', '[00:12.00]Hold <00:12.60>on <00:13.40>'],
    ['A2 without the stamp of the line', '<00:12.00>Hold <00:12.60>on <00:13.40>'],
    ['as foobar has them', '[00:12.00]Hold [00:12.60]on [00:13.40]'],
    ['with spaces of their own', '[00:12.00] <00:12.00>Hold<00:12.60> <00:12.60>on<00:13.40>'],
  ])('%s', (_what, text) => {
    expect(words(text)).toEqual(hold)
    expect(words(`\uFEFF${text}\r\n`)).toEqual(hold)
    expect(told(text)).toEqual(['12000 | Hold on'])
    expect(parseLyrics(text).kind).toBe('word')
  })

  test('the last word ends where the next line begins, and a pause ends the word before it', () => {
    expect(words('[00:12.00]Hold [00:12.60]on\n[00:15.00]now').slice(0, 2)).toEqual([
      [12_000, 12_600, 'Hold '],
      [12_600, 15_000, 'on'],
    ])
    expect(words('<00:01>a<00:02><00:03>b<00:04>')).toEqual([
      [1000, 2000, 'a'],
      [3000, 4000, 'b'],
    ])
  })

  test('split as stamped, in any script', () => {
    expect(words('[00:01]川<00:02>沿い<00:03>の').map(([, , word]) => word)).toEqual(['川', '沿い', 'の'])
  })

  test('move along when a line comes back', () => {
    expect(words('[00:10][01:10]<00:10>Hold <00:11>on<00:12>')).toEqual([
      [10_000, 11_000, 'Hold '],
      [11_000, 12_000, 'on'],
      [70_000, 71_000, 'Hold '],
      [71_000, 72_000, 'on'],
    ])
  })

  test('in the background', () => {
    const [main, background] = timed('[00:01]<00:01>Hold <00:02>on <00:03>(hold <00:04>on)<00:05>')
    expect([main?.text, background?.text, background?.role]).toEqual(['Hold on', 'hold on', 'background'])
    expect(background?.words.map(({ startMs }) => startMs)).toEqual([3000, 4000])
  })

  test('that run backwards are one word with the one before, and counted', () => {
    const text = '[00:12]Hold <00:15>on <00:13>now<00:16>'
    expect(words(text)).toEqual([
      [12_000, 15_000, 'Hold '],
      [15_000, 16_000, 'on now'],
    ])
    expect(parseLyrics(text).skipped.stamps).toBe(1)
  })
})

describe('ends', () => {
  const ends = (text: string, lengthMs: number | null = null) => timed(text, lengthMs).map(({ endMs }) => endMs)

  test('a line lasts until the next one, or until an empty stamp', () => {
    expect(ends('[00:10]a\n[00:20]b\n[00:25]\n[00:30]c')).toEqual([20_000, 25_000, 30_000 + lastLineMs])
  })

  test('the last one until the track ends, where that is known, and never for ever', () => {
    expect(ends('[00:10]a', 60_000)).toEqual([60_000])
    expect(ends('[length:01:05]\n[00:10]a')).toEqual([65_000])
    expect(ends('[00:10]a', 5000)).toEqual([10_000 + lastLineMs])
  })

  test('those that begin together end together', () => {
    expect(ends('[00:10]a\n[00:10]б\n[00:20]')).toEqual([20_000, 20_000])
  })
})

describe('lines that begin together', () => {
  test('in one script, now and then: a second voice', () => {
    expect(told('[00:01]a\n[00:02]b\n[00:02]other\n[00:03]c\n[00:04]d')).toContain('2000 | other')
  })

  test('throughout the file: translations', () => {
    expect(told('[00:01]a\n[00:01]x\n[00:02]b\n[00:02]y').filter((line) => line.includes('translation'))).toHaveLength(
      2,
    )
  })

  test('named voices sing, whatever else', () => {
    expect(told('[00:01]M: a\n[00:01]F: б')).toEqual(['1000 | a | male', '1000 | б | female'])
  })
})

describe('facts', () => {
  test('tags in any case and place, several in a line, with brackets; the first of a name counts', () => {
    const { facts } = parseLyrics(
      '[AR:Paper Boats] \n[00:01]a\n[ti:Song [Live]][al: Album ]\n[ve:1.0]\n[x-y:z]\n[ti:Other]',
    )
    expect(facts).toMatchObject({ artist: 'Paper Boats', title: 'Song [Live]', album: 'Album' })
    expect([...facts.tags.keys()]).toEqual(['ar', 'ti', 'al', 've', 'x-y'])
  })

  test.each([
    ['[offset:+250]', 250],
    ['[offset:-250]', -250],
    ['[offset: 250]', 250],
    ['[offset:- 250]', -250],
    ['[Offset:]', 0],
    ['[offset:soon]', 0],
    ['[offset:99999999]', 0],
  ])('%s', (tag, offsetMs) => {
    const lyrics = parseLyrics(`${tag}\n[00:10.00]a`)
    expect(lyrics.facts.offsetMs).toBe(offsetMs)
    // Stamps stay as they are written.
    expect(lyrics.lines).toMatchObject([{ startMs: 10_000 }])
  })
})

describe('what is left out is counted', () => {
  test.each([
    ['lines without a time', '[00:01]a\nb\n\nc', { unstamped: 2, stamps: 0 }],
    ['negative times', '[00:01]a\n[-00:02]b', { unstamped: 1, stamps: 1 }],
    ['absurd times', '[00:01]a\n[999999:00]b', { unstamped: 1, stamps: 1 }],
  ])('%s', (_what, text, counts) => expect(parseLyrics(text).skipped).toMatchObject(counts))

  test('what is beyond the limit, at a line', () => {
    const line = '[00:01.00]Lights along the river\n'
    const lyrics = parseLyrics(line.repeat(longestLyrics / line.length + 100))
    expect(lyrics.skipped.characters).toBeGreaterThan(100 * line.length - 1)
    expect(lyrics.lines.at(-1)).toMatchObject({ text: 'Lights along the river' })
  })
})

test('no stamps at all are plain lyrics, with the gaps between verses', () => {
  expect(parseLyrics('\n[ti:Song]\nOne [two]\r\n\r\n\r\nThree: four\n[Chorus]\n')).toMatchObject({
    kind: 'plain',
    lines: ['One [two]', '', 'Three: four', '[Chorus]'],
    facts: { title: 'Song' },
  })
  expect(parseLyrics('')).toMatchObject({ kind: 'plain', format: 'text', lines: [] })
})
