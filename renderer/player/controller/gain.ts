import type { Loudness } from '../../../src/music/index.ts'
import type { Settings } from '../../../src/settings/index.ts'

/** Gains beyond this, in dB, are a broken tag or silence; ReplayGain itself stays well inside. */
const gainLimitDb = 24

/**
 * The linear gain that evens out loudness, as ReplayGain 2.0 asks for: the wanted value or, where it is missing, the other
 * one, plus the pre-amplification, limited so that the highest known peak stays at or below full scale. With an unknown
 * peak nothing is made louder. 1 (samples untouched) when it is off or no value is known.
 */
export function loudnessGain(loudness: Loudness | null, settings: Pick<Settings, 'loudness' | 'preampDb'>): number {
  if (settings.loudness === 'off' || loudness === null) return 1
  const { trackGainDb, albumGainDb } = loudness
  const knownDb = settings.loudness === 'album' ? (albumGainDb ?? trackGainDb) : (trackGainDb ?? albumGainDb)
  if (knownDb === null) return 1
  const wantedDb = Math.max(-gainLimitDb * 2, Math.min(gainLimitDb, knownDb + settings.preampDb))
  return Math.min(10 ** (wantedDb / 20), highestGain(loudness, settings.loudness))
}

/** The album's peak keeps the tracks of an album at one gain; the track's own counts too, should it be higher. */
function highestGain(loudness: Loudness, mode: 'track' | 'album'): number {
  const { trackPeak, albumPeak } = loudness
  const peak = mode === 'album' ? Math.max(trackPeak ?? 0, albumPeak ?? 0) : (trackPeak ?? albumPeak ?? 0)
  return peak > 0 ? 1 / peak : 1
}
