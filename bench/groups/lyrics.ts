import { parse as parseClrc, parseEnhanced, LineType } from 'clrc'
import Liricle from 'liricle'
import { Lrc } from 'lrc-kit'
import { Lyrics as Paroles } from 'paroles'
import { type Lyrics, parseLyrics } from '../../src/lyrics/index.ts'
import type { Bench, Group } from '../group.ts'
import { illMeant, type LyricsCase, longLrc, lyricsCases, randomLyrics, randomNumbers } from '../material/lyrics.ts'
import { alone, beside, type Figure, largest, limited, median } from '../report/index.ts'

const lineCount = 20_000
const fuzzedCount = 1_000_000
/** Of files that mean ill, in characters: as long as is read at all, and half of it. */
const [wholeLength, halfLength] = [1_900_000, 950_000]
/** Twice as long may take so many times as long: twice, and what caches and the collector of garbage add. */
const growth = 4

interface Read {
  readonly lines: readonly (readonly [startMs: number, text: string])[]
  readonly words: readonly number[]
}

interface Reader {
  readonly name: string
  /** Does all that the library does with a text whose lines have words or not. */
  parse(text: string, hasWords: boolean): unknown
  /** The same in terms that can be compared. */
  read(text: string): Read
}

const ms = (seconds: number): number => Math.round(seconds * 1000)

const ours: Reader = {
  name: 'ours',
  parse: (text) => parseLyrics(text),
  read(text) {
    const lyrics = parseLyrics(text)
    const lines = lyrics.kind === 'plain' ? [] : lyrics.lines
    return {
      lines: lines.map((line) => [line.startMs, line.text]),
      words: lines.flatMap((line) => line.words.map((word) => word.startMs)),
    }
  },
}

const peers: readonly Reader[] = [
  {
    name: 'clrc',
    parse: (text, hasWords) => (hasWords ? parseEnhanced(text) : parseClrc(text)),
    read: (text) => ({
      lines: parseClrc(text).flatMap((line) =>
        line.type === LineType.LYRIC ? [[line.startMillisecond, line.content] as const] : [],
      ),
      words: parseEnhanced(text).flatMap((line) =>
        line.type === LineType.ENHANCED_LYRIC ? line.words.map((word) => word.startMillisecond) : [],
      ),
    }),
  },
  {
    name: 'lrc-kit',
    parse: (text) => Lrc.parse(text, { enhanced: true }),
    read: (text) => {
      const { lyrics } = Lrc.parse(text, { enhanced: true })
      return {
        lines: lyrics.map(({ timestamp, content }) => [ms(timestamp), content]),
        words: lyrics.flatMap(({ wordTimestamps = [] }) => wordTimestamps.map(({ timestamp }) => ms(timestamp))),
      }
    },
  },
  {
    name: 'liricle',
    parse: liricle,
    read: (text) => {
      const lines = liricle(text)
      return {
        lines: lines.map((line) => [ms(line.time), line.text]),
        words: lines.flatMap(({ words }) => (words ?? []).map(({ time }) => ms(time))),
      }
    },
  },
  {
    name: 'paroles',
    parse: (text) => new Paroles(text),
    read: (text) => ({ lines: new Paroles(text).lines.map(({ time, text: said }) => [ms(time), said]), words: [] }),
  },
]

function liricle(text: string) {
  const reader = new Liricle()
  reader.load({ text })
  return reader.data?.lines ?? []
}

/** Whether a reader finds the lines and words of a case; spaces around them and empty lines do not matter. */
function passes(reader: Reader, { text, lines, words }: LyricsCase): boolean {
  try {
    const found = reader.read(text)
    const said = found.lines
      .map(([start, line]) => [start, line.trim().replaceAll(/ +/g, ' ')])
      .filter(([, line]) => line !== '')
    return (
      JSON.stringify(said) === JSON.stringify(lines) &&
      (words === undefined || words.join() === found.words.slice(0, words.length).join())
    )
  } catch {
    return false
  }
}

/** The reader of lyrics beside four others: which variants each of them reads, how fast, and what ill-meant files do to ours. */
export const lyrics: Group = {
  name: 'lyrics',
  async run(bench) {
    console.log(`${matrix()}\n`)
    return [...correctness(), ...(await speeds(bench)), ...(await fuzzing(bench)), ...growths(bench)]
  },
}

function matrix(): string {
  const readers = [ours, ...peers]
  const rows = lyricsCases.map((each) => [each.what, ...readers.map((reader) => (passes(reader, each) ? 'yes' : '–'))])
  const head = ['variant', ...readers.map(({ name }) => name)]
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function correctness(): readonly Figure[] {
  const count = (reader: Reader): number => lyricsCases.filter((each) => passes(reader, each)).length
  const unit = `of ${lyricsCases.length}`
  return [
    limited(
      { id: 'lyrics.missed', what: 'variants that ours does not read', unit },
      lyricsCases.length - count(ours),
      0,
    ),
    ...peers.map((peer) =>
      alone({ id: `lyrics.read.${peer.name}`, what: `variants that ${peer.name} reads`, unit }, count(peer)),
    ),
  ]
}

async function speeds(bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [id, what, text] of [
    ['lines', '20,000 lines', longLrc(lineCount, false)],
    ['words', '20,000 lines with words', longLrc(lineCount, true)],
  ] as const) {
    const times = new Map([ours, ...peers].map((reader) => [reader.name, [] as number[]]))
    for (let round = -3; round < bench.runs(25); round += 1) {
      bench.tell(`lyrics: ${what}, round ${round}`)
      for (const reader of [ours, ...peers]) {
        const from = performance.now()
        reader.parse(text, id === 'words')
        if (round >= 0) times.get(reader.name)?.push(performance.now() - from)
        // What one leaves behind is not collected at the next one's cost.
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    const own = median(times.get(ours.name) ?? [])
    const others = peers.map(({ name }) => ({ what: `${name}, median`, value: median(times.get(name) ?? []) }))
    figures.push(
      ...others.map((peer) =>
        beside({ id: `lyrics.${id}.${peer.what}`, what: `${what}, median`, unit: 'ms' }, own, peer),
      ),
    )
    if (id === 'lines')
      figures.push(
        limited(
          { id: 'lyrics.fastest', what: 'the share of the fastest one’s time', unit: '×' },
          own / Math.min(...others.map(({ value }) => value)),
          1,
        ),
      )
  }
  return figures
}

async function fuzzing(bench: Bench): Promise<readonly Figure[]> {
  const count = bench.runs(25) === 25 ? fuzzedCount : fuzzedCount / 50
  const random = randomNumbers(7)
  let bad = 0
  let slowest = 0
  const from = performance.now()
  for (let number = 0; number < count; number += 1) {
    const text = randomLyrics(random)
    const began = performance.now()
    try {
      if (!isSound(parseLyrics(text))) bad += 1
    } catch {
      bad += 1
    }
    slowest = Math.max(slowest, performance.now() - began)
    if (number % 10_000 === 0) {
      bench.tell(`lyrics: ${number} random files`)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const seconds = (performance.now() - from) / 1000
  return [
    limited(
      { id: 'lyrics.fuzz.bad', what: `of ${count} random files, those that threw or came out unsound`, unit: '' },
      bad,
      0,
    ),
    alone({ id: 'lyrics.fuzz.slowest', what: 'the slowest of them, collecting garbage included', unit: 'ms' }, slowest),
    alone({ id: 'lyrics.fuzz.all', what: 'all of them, made and read', unit: 's' }, seconds),
  ]
}

/** In order, with times that are finite and not empty. */
function isSound(lyrics: Lyrics): boolean {
  if (lyrics.kind === 'plain') return true
  let before = 0
  for (const { startMs, endMs, text } of lyrics.lines) {
    if (!(startMs >= before && endMs >= startMs && endMs < Infinity && text !== '')) return false
    before = startMs
  }
  return lyrics.lines.length > 0
}

function growths(bench: Bench): readonly Figure[] {
  const shares: number[] = []
  const times: number[] = []
  for (const [what, make] of illMeant) {
    bench.tell(`lyrics: ${what}`)
    const [half, whole] = [best(make(halfLength)), best(make(wholeLength))]
    times.push(whole)
    // Below some ms, the clock and the collector say more than the reader.
    if (whole >= 20) shares.push(whole / half)
  }
  const beyond = parseTime(longLrc(120_000, false))
  return [
    limited(
      {
        id: 'lyrics.growth',
        what: `ill-meant files twice as long take so many times as long, the worst of ${illMeant.length}`,
        unit: '×',
      },
      largest([1, ...shares]),
      growth,
    ),
    alone({ id: 'lyrics.ill', what: 'the slowest of them, 2 MB', unit: 'ms' }, largest(times)),
    alone({ id: 'lyrics.long', what: 'a file of 5 MB, of which 2 MB are read', unit: 'ms' }, beyond),
  ]
}

function best(text: string): number {
  return Math.min(parseTime(text), parseTime(text), parseTime(text))
}

function parseTime(text: string): number {
  const from = performance.now()
  parseLyrics(text)
  return performance.now() - from
}
