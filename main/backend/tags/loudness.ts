import type { IAudioMetadata } from 'music-metadata'
import type { Loudness } from '../../../src/music/index.ts'

/** R128_* tags aim at −23 LUFS (RFC 7845 §5.2.1), ReplayGain 2.0 at −18 LUFS. */
const r128ToReplayGainDb = 5
/** Outside of this a gain is a damaged tag, not a recording. */
const gainLimitDb = 60

/** Loudness from the tags: ReplayGain, else R128, else what LAME left in its header. Null when there is none. */
export function loudnessOf(metadata: IAudioMetadata): Loudness | null {
  const { common, format } = metadata
  const loudness = {
    trackGainDb: gain(common.replaygain_track_gain?.dB) ?? r128(metadata, 'R128_TRACK_GAIN') ?? gain(format.trackGain),
    trackPeak: peak(common.replaygain_track_peak?.ratio) ?? peak(format.trackPeakLevel),
    albumGainDb: gain(common.replaygain_album_gain?.dB) ?? r128(metadata, 'R128_ALBUM_GAIN') ?? gain(format.albumGain),
    albumPeak: peak(common.replaygain_album_peak?.ratio),
  }
  return loudness.trackGainDb === null && loudness.albumGainDb === null ? null : loudness
}

/** A gain in Q7.8 fixed point: 256 steps per dB. */
function r128(metadata: IAudioMetadata, id: string): number | null {
  const tag = Object.values(metadata.native)
    .flat()
    .find((candidate) => candidate.id.toUpperCase() === id)
  if (typeof tag?.value !== 'string' || !/^\s*[+-]?\d{1,5}\s*$/u.test(tag.value)) return null
  return gain(Number(tag.value) / 256 + r128ToReplayGainDb)
}

function gain(valueDb: number | undefined): number | null {
  return valueDb !== undefined && Math.abs(valueDb) <= gainLimitDb ? valueDb : null
}

function peak(value: number | undefined): number | null {
  return value !== undefined && value > 0 && value <= 1000 ? value : null
}
