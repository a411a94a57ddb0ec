import type { PlayerParts } from './parts.ts'

/** The parts of the player that a page provides: its time, randomness, ids, addresses and its going away. */
export function pageParts(): Pick<PlayerParts, 'clock' | 'random' | 'newId' | 'mediaUrl' | 'onPageHide'> {
  return {
    clock: {
      now: () => Date.now(),
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
      every(intervalMs, run) {
        const timer = setInterval(run, intervalMs)
        return () => clearInterval(timer)
      },
    },
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    mediaUrl: (path) => new URL(path, document.baseURI).href,
    onPageHide(listener) {
      addEventListener('pagehide', listener)
      return () => removeEventListener('pagehide', listener)
    },
  }
}
