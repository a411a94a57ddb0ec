import type { LyricsFacts } from './document.ts'

const noTags: ReadonlyMap<string, string> = new Map()

export const noFacts: LyricsFacts = {
  title: null,
  artist: null,
  album: null,
  lengthMs: null,
  offsetMs: 0,
  language: null,
  tags: noTags,
}

/** Reads the tags of an LRC file: names as the format's first players had them. */
export function factsOf(tags: ReadonlyMap<string, string>): LyricsFacts {
  if (tags.size === 0) return noFacts
  const text = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = tags.get(name)
      if (value !== undefined && value !== '') return value
    }
    return null
  }
  return {
    title: text('ti', 'title'),
    artist: text('ar', 'artist'),
    album: text('al', 'album'),
    lengthMs: readLength(text('length')),
    offsetMs: readOffset(text('offset')),
    language: text('la', 'lang', 'language'),
    tags,
  }
}

/** An offset beyond this is a mistake, in ms. */
const largestOffsetMs = 600_000

/** Whole ms with or without a sign; 0 for anything else. */
function readOffset(text: string | null): number {
  const value = text === null ? 0 : Number(text.replaceAll(' ', ''))
  return Number.isFinite(value) && Math.abs(value) <= largestOffsetMs ? Math.round(value) : 0
}

/** `m:s`, with tenths of seconds or hours where they are; null for anything else. */
function readLength(text: string | null): number | null {
  if (text === null) return null
  const parts = text.split(':').map(Number)
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !Number.isFinite(part) || part < 0)) return null
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0)
  return seconds > 0 && seconds <= 86_400 ? Math.round(seconds * 1000) : null
}
