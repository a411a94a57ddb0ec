import { silentWav } from './silence.ts'

/**
 * Something that the system counts as playing media. Chromium shows media controls and passes media keys only to pages
 * with a playing media element, and the sound of an AudioContext is none (w3c/mediasession issue 213).
 */
export interface MediaAnchor {
  readonly play: () => void
  readonly pause: () => void
}

/** The part of an audio element that an anchor needs. */
export type AnchorElement = Pick<HTMLAudioElement, 'play' | 'pause' | 'loop'>

/** Creates an anchor that plays silence in a loop. The element is made on the first play. */
export function createAnchor(makeElement: () => AnchorElement): MediaAnchor {
  let element: AnchorElement | null = null

  async function start(made: AnchorElement): Promise<void> {
    try {
      await made.play()
    } catch {
      // Refused before the first click, or paused again meanwhile: media keys wait for the next play, the music does not.
    }
  }

  return {
    play() {
      if (element === null) {
        element = makeElement()
        element.loop = true
      }
      void start(element)
    },
    pause: () => element?.pause(),
  }
}

/** An audio element with the silence in it. Its volume stays up: a muted one would not count. */
export function silentElement(): AnchorElement {
  return new Audio(URL.createObjectURL(new Blob([silentWav()], { type: 'audio/wav' })))
}
