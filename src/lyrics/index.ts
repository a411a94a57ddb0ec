export { longestLyrics } from './document.ts'
export type {
  Lyrics,
  LyricsFacts,
  LyricsFormat,
  LyricsLine,
  LyricsRole,
  LyricsSkipped,
  LyricsWord,
  PlainLyrics,
  TimedLyrics,
} from './document.ts'
export { parseLyrics } from './parse.ts'
export type { ParseOptions } from './parse.ts'
export { writeLrc } from './write.ts'
export type { WriteOptions } from './write.ts'
export { heardAt, lyricsTime } from './time.ts'
