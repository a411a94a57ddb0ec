/**
 * Loudness of gating blocks as a histogram, by which a whole is measured from its parts: the histogram of an album is the
 * sum of those of its tracks. Gating as in ITU-R BS.1770-5 annex 1.
 */

/** Absolute gate in LUFS: quieter blocks do not count. */
export const absoluteGateLufs = -70
/** Width of a bin in LU. */
const binLu = 0.1
/** Bins from the absolute gate on: up to +30 LUFS, louder than any recording; what is louder counts in the last one. */
export const binCount = 1000
/** The relative gate lies this far below the loudness of what passes the absolute one, in LU. */
const relativeGateLu = -10
/** What a tone of 1 kHz gains by K-weighting, taken off again (BS.1770-5, formula 2), in dB. */
const offsetDb = -0.691

/** Loudness in LUFS of a weighted mean square. */
export function lufsOfPower(power: number): number {
  return offsetDb + 10 * Math.log10(power)
}

/** Weighted mean square of a loudness in LUFS. */
export function powerOfLufs(lufs: number): number {
  return 10 ** ((lufs - offsetDb) / 10)
}

/** The bin of a loudness in LUFS; null below the absolute gate. */
export function binOf(lufs: number): number | null {
  if (!(lufs > absoluteGateLufs)) return null
  return Math.min(binCount - 1, Math.floor((lufs - absoluteGateLufs) / binLu))
}

/** Loudness in LUFS in the middle of a bin. */
function middleOf(bin: number): number {
  return absoluteGateLufs + (bin + 0.5) * binLu
}

/**
 * Integrated loudness in LUFS of the blocks in a histogram; null when it holds none (silence, or less than one block).
 * `powers` is the sum of the blocks' powers per bin; left out, each counts as the middle of its bin, which is off by less
 * than 0.05 LU.
 */
export function integratedLufs(
  counts: ArrayLike<number>,
  powers: ArrayLike<number> = Array.from(counts, (count, bin) => count * powerOfLufs(middleOf(bin))),
): number | null {
  const ungated = meanPower(counts, powers, 0)
  if (ungated === null) return null
  const gateLufs = lufsOfPower(ungated) + relativeGateLu
  const firstBin = Math.max(0, Math.ceil((gateLufs - absoluteGateLufs) / binLu - 0.5))
  const gated = meanPower(counts, powers, firstBin)
  return gated === null ? null : lufsOfPower(gated)
}

/** Mean power of the blocks from a bin on. */
function meanPower(counts: ArrayLike<number>, powers: ArrayLike<number>, firstBin: number): number | null {
  let count = 0
  let power = 0
  for (let bin = firstBin; bin < counts.length; bin += 1) {
    count += counts[bin] ?? 0
    power += powers[bin] ?? 0
  }
  return count === 0 ? null : power / count
}

/** The histogram of several recordings as one. */
export function sumOfHistograms(histograms: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...histograms.map((histogram) => histogram.length))
  return Array.from({ length }, (_, bin) => histograms.reduce((sum, histogram) => sum + (histogram[bin] ?? 0), 0))
}

/** The histogram of a recording that has one loudness throughout. */
export function evenHistogram(lufs: number, blocks: number): number[] {
  const bin = binOf(lufs)
  return bin === null ? [] : [...Array.from({ length: bin }, () => 0), blocks]
}
