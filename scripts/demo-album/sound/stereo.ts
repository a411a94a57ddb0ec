/** Stereo buffers: two channels of samples, full scale ±1, and the few loops that touch them. */
export interface Stereo {
  readonly left: Float32Array
  readonly right: Float32Array
}

export function silence(frames: number): Stereo {
  return { left: new Float32Array(frames), right: new Float32Array(frames) }
}

export function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20)
}

export function toDecibels(amplitude: number): number {
  return 20 * Math.log10(Math.max(amplitude, 1e-12))
}

/** Adds `source` times `gain` into `target` from frame `offset` on; what falls outside is dropped. */
export function addChannel(target: Float32Array, source: Float32Array, offset: number, gain: number): void {
  const first = Math.max(0, -offset)
  const last = Math.min(source.length, target.length - offset)
  for (let index = first; index < last; index += 1) {
    target[index + offset] = (target[index + offset] ?? 0) + (source[index] ?? 0) * gain
  }
}

export function addStereo(target: Stereo, source: Stereo, offset = 0, gain = 1): void {
  addChannel(target.left, source.left, offset, gain)
  addChannel(target.right, source.right, offset, gain)
}

/** Multiplies every sample in place. */
export function scale(sound: Stereo, gain: number): void {
  for (const channel of [sound.left, sound.right]) {
    for (let index = 0; index < channel.length; index += 1) channel[index] = (channel[index] ?? 0) * gain
  }
}

/** Runs a sample-by-sample process over a channel in place. */
export function process(channel: Float32Array, step: (sample: number) => number): void {
  for (let index = 0; index < channel.length; index += 1) channel[index] = step(channel[index] ?? 0)
}

/** Largest absolute sample of both channels. */
export function peakOf(sound: Stereo): number {
  let peak = 0
  for (const channel of [sound.left, sound.right]) {
    for (const sample of channel) peak = Math.max(peak, Math.abs(sample))
  }
  return peak
}

/** Equal-power pan: -1 is left, 0 centre (unity in both), 1 right. */
export function panGains(position: number): { left: number; right: number } {
  const angle = ((Math.min(1, Math.max(-1, position)) + 1) * Math.PI) / 4
  return { left: Math.cos(angle) * Math.SQRT2, right: Math.sin(angle) * Math.SQRT2 }
}

/** Frames `from` (included) to `to` (excluded) as a copy. */
export function cut(sound: Stereo, from: number, to: number): Stereo {
  return { left: sound.left.slice(from, to), right: sound.right.slice(from, to) }
}
