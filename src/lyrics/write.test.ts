import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyGrapheme } from '../../testkit/property/index.ts'
import { type Lyrics, parseLyrics, writeLrc } from './index.ts'

/** Texts made of what lyrics files are made of, in any order. */
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: anyGrapheme, maxLength: 12 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('[]', '<>'),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('', '.5', '.50', '.505', ':50'),
      )
      .map(([around, minutes, seconds, fraction]) => `${around[0]}${minutes}:${seconds}${fraction}${around[1]}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\n',
      '\r\n',
      '\n',
      '\r',
      ' ',
      '(',
      ')',
      '（',
      '）',
      '[',
      ']',
      '<',
      '>',
      ':',
      'F:',
      'M: ',
      'D:',
      '\uFEFF',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '[ar:Ann]',
      '[offset:+250]',
      '[length:3:20]',
      '[ti:a][al:b]',
      '[-0:01]',
      'WEBVTT',
      '-->',
      '<tt>',
    ),
  },
)
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
const linesOf = ({ kind, lines, facts }: Lyrics) => ({ kind, lines, facts })

/** What is wrong with a document, whatever it was read from. */
function faultsOf(lyrics: Lyrics): readonly string[] {
  if (lyrics.kind === 'plain') return []
  const { lines } = lyrics
  const isOrdered = (times: readonly number[]): boolean =>
    times.every((ms, at) => at === 0 || ms >= (times[at - 1] ?? 0))
  const faults = [
    ['nothing is there', lines.length === 0],
    ['a line has no text', lines.some(({ text }) => text === '')],
    ['lines are out of order', !isOrdered(lines.map(({ startMs }) => startMs))],
    ['a line begins before the track', lines.some(({ startMs }) => !(startMs >= 0))],
    ['a line never ends', lines.some(({ startMs, endMs }) => !(Number.isFinite(endMs) && endMs >= startMs))],
    ['words are not the text', lines.some(({ text, words }) => words.length > 0 && textOf(words) !== text)],
    ['words are out of order', lines.some(({ words }) => !isOrdered(words.map(({ startMs }) => startMs)))],
    ['a word never ends', lines.some(({ words }) => words.some((word) => !(word.endMs >= word.startMs)))],
  ] as const
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

const textOf = (words: readonly { readonly text: string }[]): string => words.map(({ text }) => text).join('')

describe('any text', () => {
  test('is read without a throw, in order and with finite times', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(faultsOf(parseLyrics(text))).toEqual([])
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (text) => {
        expect(faultsOf(parseLyrics(text))).toEqual([])
      }),
    )
  })

  test('written with its words and read again, has the same lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lyrics = parseLyrics(text)
        if (lyrics.format !== 'lrc') return
        expect(linesOf(parseLyrics(writeLrc(lyrics, { words: true })))).toEqual(linesOf(lyrics))
      }),
      { numRuns: 500 },
    )
  })

  test('written without words, has the same once it is read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = parseLyrics(writeLrc(parseLyrics(text)))
        if (once.format !== 'lrc') return
        expect(linesOf(parseLyrics(writeLrc(once)))).toEqual(linesOf(once))
      }),
      { numRuns: 500 },
    )
  })

  test('no line of a stamped text is lost without a count', () => {
    const line = fc.tuple(fc.integer({ min: 0, max: 3_599_990 }), fc.stringMatching(/^[a-z]{1,8}$/), fc.boolean())
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.map(([ms, words, isStamped]) => `${isStamped ? `[00:00:${String(ms / 1000)}]` : ''}${words}`)
        const lyrics = parseLyrics(text.join('\n'))
        expect(lyrics.lines.length + lyrics.skipped.unstamped).toBe(lines.length)
      }),
    )
  })
})

test('enhanced LRC, as it is written', () => {
  const text = [
    '[ar:Paper Boats]',
    '[00:12.00]<00:12.00>Hold <00:12.60>on<00:13.40>',
    '[00:13.40]',
    '[00:15.005]F: Plain (ooh)',
    '[00:20.00]',
    '',
  ].join('\n')
  const lyrics = parseLyrics(text)
  expect(writeLrc(lyrics, { words: true })).toBe(text)
  expect(writeLrc(lyrics)).toBe(text.replace('<00:12.00>Hold <00:12.60>on<00:13.40>', 'Hold on'))
})
