/**
 * Gain for a volume slider from 0 to 1. Loudness is heard roughly by the logarithm of the gain; the cube is close to that over
 * the useful range and reaches silence at 0 (the curve PulseAudio and ALSA's mixers use). Exactly 1 at the top: samples pass
 * untouched.
 */
export function volumeGain(volume: number): number {
  const limited = Math.min(1, Math.max(0, volume))
  return limited ** 3
}

/** The volume slider and the mute button, as one gain. */
export class OutputVolume {
  slider = 1
  muted = false

  get gain(): number {
    return this.muted ? 0 : volumeGain(this.slider)
  }
}
