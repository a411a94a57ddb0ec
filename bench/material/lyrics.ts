/** A file in one of the variants found in the wild, and the lines in it: start in ms, text. */
export interface LyricsCase {
  readonly what: string
  readonly text: string
  readonly lines: readonly (readonly [startMs: number, text: string])[]
  /** Starts of words, where the case is about them. */
  readonly words?: readonly number[]
}

const lights = 'Lights along the river'

/** The variants of LRC, each with the smallest file that shows it. */
export const lyricsCases: readonly LyricsCase[] = [
  { what: 'hundredths', text: `[01:02.50]${lights}`, lines: [[62_500, lights]] },
  { what: 'milliseconds', text: `[01:02.505]${lights}`, lines: [[62_505, lights]] },
  { what: 'tenths', text: `[01:02.5]${lights}`, lines: [[62_500, lights]] },
  { what: 'no fraction', text: `[01:02]${lights}`, lines: [[62_000, lights]] },
  { what: 'colon before the fraction', text: `[01:02:50]${lights}`, lines: [[62_500, lights]] },
  { what: 'one-digit minute', text: `[1:02.50]${lights}`, lines: [[62_500, lights]] },
  { what: 'three-digit minute', text: `[100:02.50]${lights}`, lines: [[6_002_500, lights]] },
  { what: 'hours', text: `[1:00:02.500]${lights}`, lines: [[3_602_500, lights]] },
  {
    what: 'several stamps',
    text: `[00:10.00][00:50.00]${lights}`,
    lines: [
      [10_000, lights],
      [50_000, lights],
    ],
  },
  {
    what: 'several stamps, spaced',
    text: `[00:10.00] [00:50.00] ${lights}`,
    lines: [
      [10_000, lights],
      [50_000, lights],
    ],
  },
  {
    what: 'unsorted',
    text: '[00:20.00]two\n[00:10.00]one',
    lines: [
      [10_000, 'one'],
      [20_000, 'two'],
    ],
  },
  { what: 'leading spaces', text: `  [00:05.00]${lights}`, lines: [[5000, lights]] },
  {
    what: 'byte order mark, CRLF',
    text: '\uFEFF[00:01.00]one\r\n[00:02.00]two\r\n',
    lines: [
      [1000, 'one'],
      [2000, 'two'],
    ],
  },
  {
    what: 'lone CR',
    text: '[00:01.00]one\r[00:02.00]two',
    lines: [
      [1000, 'one'],
      [2000, 'two'],
    ],
  },
  { what: 'text in brackets', text: '[00:12.00][Chorus] Hold on', lines: [[12_000, '[Chorus] Hold on']] },
  { what: 'other scripts', text: '[00:12.00]川沿いの灯り', lines: [[12_000, '川沿いの灯り']] },
  {
    what: 'lines that begin together',
    text: '[00:12.00]Hold on\n[00:12.00]Держись',
    lines: [
      [12_000, 'Hold on'],
      [12_000, 'Держись'],
    ],
  },
  {
    what: 'words (A2)',
    text: '[00:12.00]<00:12.00>Hold <00:12.60>on',
    lines: [[12_000, 'Hold on']],
    words: [12_000, 12_600],
  },
  {
    what: 'words without the stamp of the line',
    text: '<00:12.00>Hold <00:12.60>on',
    lines: [[12_000, 'Hold on']],
    words: [12_000, 12_600],
  },
  {
    what: 'words as foobar has them',
    text: '[00:12.00]Hold [00:12.60]on',
    lines: [[12_000, 'Hold on']],
    words: [12_000, 12_600],
  },
  { what: 'walaoke voices', text: '[00:12.00]F: She sings', lines: [[12_000, 'She sings']] },
  { what: 'negative time', text: '[00:12.00]one\n[-00:13.00]two', lines: [[12_000, 'one']] },
]

/** A long file of plain lines, and one whose lines have words. */
export function longLrc(lines: number, withWords: boolean): string {
  return Array.from({ length: lines }, (_, at) => {
    const stamp = (ms: number): string =>
      `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}.${String(Math.floor(ms / 10) % 100).padStart(2, '0')}`
    const ms = at * 250
    const words = `Lights along the river number ${at}`.split(' ')
    const said = withWords
      ? words.map((word, place) => `<${stamp(ms + place * 30)}>${word} `).join('')
      : words.join(' ')
    return `[${stamp(ms)}]${said}\n`
  }).join('')
}

/** Files that mean ill: what a careless reader takes quadratic time for. `length` in characters. */
export const illMeant: readonly (readonly [what: string, make: (length: number) => string])[] = [
  ['one line of stamps, then words', (length) => '[00:01.00]'.repeat(length / 20) + '<00:01.00>a'.repeat(length / 22)],
  ['opening brackets', (length) => '['.repeat(length)],
  ['opening parentheses', (length) => `[00:01.00]${'('.repeat(length)})`],
  ['tags on one line', (length) => '[a:b]'.repeat(length / 5)],
  ['digits', (length) => `[${'1'.repeat(length)}:00]`],
  ['spaces', (length) => `[00:01.00]${' '.repeat(length)}a`],
  ['words that run backwards', (length) => `[00:09.00]a${'<00:01.00> b'.repeat(length / 12)}`],
  ['lines that begin together', (length) => '[00:01.00]1\n'.repeat(length / 12)],
  [
    'lines in the wrong order',
    (length) => Array.from({ length: length / 11 }, (_, at) => `[${99 - (at % 100)}:01.00]a\n`).join(''),
  ],
  ['markup that is never closed', (length) => `<tt>${'<p begin="1s"><span '.repeat(length / 20)}`],
  ['entities', (length) => `<tt><p begin="1s">${'&amp'.repeat(length / 4)}`],
  [
    'blank spans',
    (length) => `<tt><p begin="1s"><span begin="2s">a</span>${'<span begin="1s"> b </span>'.repeat(length / 27)}`,
  ],
  ['quotes that are never closed', (length) => `<tt>${'<p a="'.repeat(length / 6)}`],
  ['comments that are never closed', (length) => `<tt>${'<!--'.repeat(length / 4)}`],
  ['arrows', (length) => `WEBVTT\n\n${'00:01.000 --> '.repeat(length / 14)}`],
  ['cues with open markup', (length) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(length)}`],
]

/** Pseudo-random numbers, the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const fragments = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '[',
  ']',
  '<',
  '>',
  ':',
  '.',
  '(',
  ')',
  '（',
  '）',
  'F:',
  '-->',
  '[00:01.00]',
  '<00:02.50>',
  '[01:02:03]',
  '[ar:Ann]',
  '[offset:+5]',
  'WEBVTT\n\n',
  '<tt>',
  '<p begin="1s">',
  '</p>',
  '<span begin="2s" end="3s">',
  '</span>',
  '&amp;',
  '&#x41;',
  '00:01.000 --> 00:02.000\n',
  '\uFEFF',
  '\u0000',
  '川',
  'أ',
  'Lights',
  '99999999999999999999',
  '-',
  '"',
  "'",
  '<!--',
  '<![CDATA[',
]

/** A random text: of any signs, of pieces of formats, or a real-shaped file with some signs changed. */
export function randomLyrics(random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const kind = random()
  if (kind < 0.3)
    return Array.from({ length: random() * 80 }, () =>
      String.fromCharCode(random() * (random() < 0.5 ? 128 : 65_536)),
    ).join('')
  if (kind < 0.7) return Array.from({ length: random() * 40 }, () => pick(fragments) ?? '').join('')
  const whole = pick(lyricsCases)?.text ?? ''
  const from = Math.floor(random() * whole.length)
  return whole.slice(0, from) + (pick(fragments) ?? '') + whole.slice(from + Math.floor(random() * 4))
}
