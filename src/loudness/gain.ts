/** Loudness towards which ReplayGain 2.0 gains lead, in LUFS. */
const targetLufs = -18

/** The gain in dB, in the sense of ReplayGain 2.0, of a recording with this loudness in LUFS. */
export function replayGainDb(lufs: number): number {
  return targetLufs - lufs
}

/** The loudness in LUFS of a recording with this ReplayGain 2.0 gain in dB. */
export function replayGainLufs(gainDb: number): number {
  return targetLufs - gainDb
}
