import type { Track } from '../../../../src/music/index.ts'

/** A track for tests. Tracks with an `albumId` are numbered by their caller. */
export function testTrack(id: string, changes: Partial<Track> = {}): Track {
  return {
    id,
    title: `Title of ${id}`,
    artists: ['Somebody'],
    albumTitle: null,
    albumArtist: null,
    albumId: null,
    trackNumber: null,
    discNumber: null,
    year: null,
    genre: null,
    durationMs: 180_000,
    audioPath: `media/${id}`,
    coverPath: null,
    format: {
      container: 'FLAC',
      codec: 'FLAC',
      sampleRateHz: 44_100,
      channels: 2,
      bitsPerSample: 16,
      bitRateBps: null,
      lossless: true,
    },
    loudness: null,
    origin: 'file',
    genres: [],
    isrc: null,
    segment: null,
    missing: false,
    location: null,
    ...changes,
  }
}

/** Tracks `prefix1` to `prefix<count>`. */
export function testTracks(count: number, prefix = 't'): Track[] {
  return Array.from({ length: count }, (_, index) => testTrack(`${prefix}${index + 1}`))
}

/** An album of tracks in order. */
export function testAlbum(count: number, albumId = 'album'): Track[] {
  return Array.from({ length: count }, (_, index) =>
    testTrack(`${albumId}${index + 1}`, { albumId, albumTitle: albumId, trackNumber: index + 1 }),
  )
}
