/** Where a seek lands, in ms, by container: never quite where it was asked to. A container without an entry is exact. */
export type Landings = Readonly<Record<string, (positionMs: number) => number>>

const clusterMs = 5000

/**
 * As seen: an MP3 goes by its average rate, an M4A from packet to packet, and WebM to the first cluster that begins no earlier
 * than the place, so that up to a whole cluster of sound is left out.
 */
export const seenLandings: Landings = {
  mp3: (positionMs) => positionMs - 57,
  m4a: (positionMs) => positionMs - 15,
  webm: (positionMs) => Math.ceil((positionMs + 6) / clusterMs) * clusterMs - 20,
}
