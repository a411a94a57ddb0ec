import { silentWav } from './silence.ts'

/**
 * Something that the system counts as media, playing or paused. For long Chromium gave media controls to media elements
 * only (w3c/mediasession issue 213). Version 156 counts an AudioContext too, but forgets it when it is suspended, which ours
 * is two seconds after a pause: then the play key does nothing (seen over MPRIS; with an anchor it works).
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
