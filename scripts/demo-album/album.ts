/** The album as a listener meets it: titles, people, and which performance each piece is cut from. */
import { glassWeather } from './pieces/glass-weather.ts'
import { lighthouse } from './pieces/lighthouse.ts'
import { noParticularKey } from './pieces/no-particular-key.ts'
import { roomTone } from './pieces/room-tone.ts'
import { tides } from './pieces/tides.ts'
import type { Performance } from './score/performance.ts'

export type Format = 'flac' | 'mp3' | 'm4a' | 'opus' | 'ogg'
export type LyricsKind = 'none' | 'lines' | 'words'

export interface Track {
  readonly title: string
  readonly artists: readonly string[]
  readonly genre: string
  readonly format: Format
  readonly lyrics: LyricsKind
  readonly performance: Performance
  /** Which of the performance's pieces this is. */
  readonly piece: number
}

export const album = {
  title: 'Tideglass Sessions',
  artist: 'Tideglass Ensemble',
  year: 2026,
}

export const tracks: readonly Track[] = [
  {
    title: 'First Light, Low Water',
    artists: ['Tideglass Ensemble', 'Ilse Marrowby'],
    genre: 'Ambient',
    format: 'flac',
    lyrics: 'lines',
    performance: tides,
    piece: 0,
  },
  {
    title: 'The Tide Turns Over',
    artists: ['Tideglass Ensemble'],
    genre: 'Ambient',
    format: 'flac',
    lyrics: 'none',
    performance: tides,
    piece: 1,
  },
  {
    title: 'No Particular Key',
    artists: ['Ilse Marrowby', 'Tobin Quellweather'],
    genre: 'Jazz',
    format: 'mp3',
    lyrics: 'words',
    performance: noParticularKey,
    piece: 0,
  },
  {
    title: 'Glass Weather',
    artists: ['Tobin Quellweather'],
    genre: 'Folk',
    format: 'm4a',
    lyrics: 'none',
    performance: glassWeather,
    piece: 0,
  },
  {
    title: 'What the Lighthouse Keeps',
    artists: ['Ilse Marrowby', 'Tideglass Ensemble'],
    genre: 'Ambient',
    format: 'opus',
    lyrics: 'words',
    performance: lighthouse,
    piece: 0,
  },
  {
    title: 'Room Tone, 2 a.m.',
    artists: ['Oda Fennimarsh'],
    genre: 'Modern Classical',
    format: 'ogg',
    lyrics: 'none',
    performance: roomTone,
    piece: 0,
  },
]

/** First frame and the frame after the last one of a track within its performance. */
export function boundsOf(track: Track): { from: number; to: number } {
  const { splits, frames } = track.performance
  return {
    from: track.piece === 0 ? 0 : (splits[track.piece - 1] ?? 0),
    to: splits[track.piece] ?? frames,
  }
}
