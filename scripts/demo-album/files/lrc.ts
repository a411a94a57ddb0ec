/** Synced lyrics: plain LRC with a stamp per line, or enhanced LRC with a stamp per word. */
import type { TimedLine } from '../score/song.ts'

export interface LyricsHeader {
  readonly title: string
  readonly artist: string
  readonly album: string
  /** Seconds. */
  readonly length: number
}

/** Silence between lines from which on the screen should be empty, in seconds. */
const pauseWorthShowing = 4

/** "mm:ss.xx", to the nearest hundredth. */
export function stamp(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100))
  const minutes = Math.floor(hundredths / 6000)
  const rest = hundredths - minutes * 6000
  const whole = Math.floor(rest / 100)
  return `${pad(minutes)}:${pad(whole)}.${pad(rest - whole * 100)}`
}

export function lineLyrics(header: LyricsHeader, lines: readonly TimedLine[]): string {
  return file(header, lines, (line) => line.words.map((word) => word.text).join(' '))
}

/** Every word carries the time it starts, the last one also the time it ends. */
export function wordLyrics(header: LyricsHeader, lines: readonly TimedLine[]): string {
  return file(header, lines, (line) => {
    const words = line.words.map((word) => `<${stamp(word.start)}>${word.text}`)
    return `${words.join(' ')} <${stamp(line.end)}>`
  })
}

function file(header: LyricsHeader, lines: readonly TimedLine[], text: (line: TimedLine) => string): string {
  const rows = [
    `[ti:${header.title}]`,
    `[ar:${header.artist}]`,
    `[al:${header.album}]`,
    `[length:${stamp(header.length)}]`,
  ]
  lines.forEach((line, index) => {
    rows.push(`[${stamp(line.start)}]${text(line)}`)
    const following = lines[index + 1]?.start ?? header.length
    if (following - line.end > pauseWorthShowing) rows.push(`[${stamp(line.end)}]`)
  })
  return `${rows.join('\n')}\n`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
