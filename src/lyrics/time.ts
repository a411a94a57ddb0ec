/**
 * The time in the document that a heard position stands for. Offsets add up (the file's, this song's, this device's, everywhere)
 * and are positive where lyrics are to appear earlier; they are applied here and nowhere else, so that lines and words move
 * together and once.
 */
export function lyricsTime(positionMs: number, ...offsetsMs: readonly number[]): number {
  return offsetsMs.reduce((sum, offset) => sum + offset, positionMs)
}

/** The position at which a time in the document is heard: where a click on a line goes. Never before the beginning. */
export function heardAt(timeMs: number, ...offsetsMs: readonly number[]): number {
  return Math.max(0, timeMs - lyricsTime(0, ...offsetsMs))
}
