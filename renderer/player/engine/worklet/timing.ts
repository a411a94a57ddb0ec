/** Times that shape playback in the worklet, and what the decoder keeps ready for it. */

/** Decoded audio kept ahead of the read head, in seconds. */
export const aheadSeconds = 30

/** Decoded audio kept behind the read head, for short seeks back, in seconds. */
export const keepBehindSeconds = 10
/** What must be decoded before a stream starts, in seconds: local files decode many times faster than they play. */
export const startSeconds = 0.05
/** What must be decoded before a stream that ran dry goes on, in seconds: more, so that it does not stutter. */
export const resumeSeconds = 0.25
export const pauseFadeSeconds = 0.008
export const seekFadeSeconds = 0.005
export const volumeRampSeconds = 0.02
export const anchorSeconds = 0.5
/** Rate used to move a fractional position back onto the sample grid: 100 ppm, far below hearing. */
export const glideRate = 1.0001
