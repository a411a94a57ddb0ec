/** Weight of channels at the side, BS.1770-5 table 4: between 60° and 120° from the front. */
const side = 1.41

/**
 * Weights by which the powers of channels are summed (BS.1770-5 annex 1, table 4), for layouts in WAVE order, which is also
 * what decoders give: L R C LFE Ls Rs. The low-frequency channel does not count. A single channel counts twice: it is heard
 * from both sides, and must come out as loud as the same in stereo.
 */
const weights: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  2: [1, 1],
  3: [1, 1, 1],
  // L R Ls Rs
  4: [1, 1, side, side],
  // L R C Ls Rs
  5: [1, 1, 1, side, side],
  // L R C LFE Ls Rs
  6: [1, 1, 1, 0, side, side],
  // L R C LFE Cs Ls Rs
  7: [1, 1, 1, 0, 1, side, side],
  // L R C LFE Lb Rb Ls Rs
  8: [1, 1, 1, 0, 1, 1, side, side],
}

/** The weight of each of so many channels. */
export function channelWeights(count: number): readonly number[] {
  return weights[count] ?? Array.from({ length: count }, () => 1)
}
