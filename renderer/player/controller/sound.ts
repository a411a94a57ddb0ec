import type { Track } from '../../../src/music/index.ts'
import type { SoundOrigin } from '../engine/types.ts'

/** Where the engine finds a track's sound: its file, or its part of one. */
export function soundOf(track: Track, mediaUrl: (path: string) => string): SoundOrigin {
  const url = mediaUrl(track.audioPath)
  return track.segment === null ? { url } : { url, segment: track.segment }
}
