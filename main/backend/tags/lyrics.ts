import { readFile, stat } from 'node:fs/promises'
import type { IAudioMetadata, ILyricsTag } from 'music-metadata'
import { decodeText } from './decode.ts'

/** Words of a song as they were found, plain or with times in LRC form. */
export interface Lyrics {
  /** `file`: beside the audio; `embedded`: in its tags. */
  readonly source: 'embedded' | 'file'
  readonly text: string
}

/** Longest words that are kept, in characters: an opera's libretto stays below it. */
const lyricsLimit = 200_000
/** Largest file that is read for words. */
const fileLimitBytes = 1024 * 1024

/** Control characters other than tab and line feed, and marks that turn the direction of what follows. */
const unwanted = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** The words in the tags; null when there are none. */
export function embeddedLyrics(metadata: IAudioMetadata | null): Lyrics | null {
  const texts = (metadata?.common.lyrics ?? []).map(textOf).flatMap((text) => cleanLyrics(text) ?? [])
  // Words with times are worth more than words without.
  const best = texts.find((text) => /^\[\d+:\d/mu.test(text)) ?? texts[0]
  return best === undefined ? null : { source: 'embedded', text: best }
}

/** The words in a file beside the audio; null when it cannot be read or holds none. */
export async function lyricsFile(file: string): Promise<Lyrics | null> {
  try {
    const facts = await stat(file)
    if (!facts.isFile() || facts.size > fileLimitBytes) return null
    const text = cleanLyrics(decodeText(await readFile(file)))
    return text === null ? null : { source: 'file', text }
  } catch {
    // Words are a nicety: whatever is wrong with them must not keep the music out.
    return null
  }
}

function cleanLyrics(text: string): string | null {
  const cleaned = text
    .slice(0, lyricsLimit)
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(unwanted, '')
    .normalize('NFC')
    .trim()
  return cleaned === '' ? null : cleaned
}

/** A lyrics tag as text: lines with times in LRC form, else as they are. */
function textOf(tag: ILyricsTag): string {
  const timed = tag.syncText.filter((line) => line.timestamp !== undefined)
  if (timed.length === 0) return tag.text ?? tag.syncText.map((line) => line.text).join('\n')
  return timed.map((line) => `[${clock(line.timestamp ?? 0)}]${line.text.trim()}`).join('\n')
}

/** `mm:ss.xx`, as LRC writes times. */
function clock(timeMs: number): string {
  const hundredths = Math.max(0, Math.round(timeMs / 10))
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`
}
