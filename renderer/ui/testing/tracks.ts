import type { Track } from '../../../src/music/index.ts'

/** A track for tests; `change` says what matters in this one. */
export function trackOf(change: Partial<Track> & { readonly id: string }): Track {
  return {
    title: `Track ${change.id}`,
    artists: ['Mira Vale'],
    albumTitle: null,
    albumArtist: null,
    albumId: null,
    trackNumber: null,
    discNumber: null,
    year: null,
    genre: null,
    durationMs: 180_000,
    audioPath: `media/${change.id}`,
    coverPath: null,
    format: {
      container: 'FLAC',
      codec: 'FLAC',
      sampleRateHz: 44_100,
      channels: 2,
      bitsPerSample: 16,
      bitRateBps: 900_000,
      lossless: true,
    },
    loudness: null,
    origin: 'file',
    genres: [],
    isrc: null,
    segment: null,
    missing: false,
    location: null,
    ...change,
  }
}
