import type { Player } from '../../player/index.ts'
import { silentWav } from './silence.ts'

/**
 * Browsers give media keys and the system's overlay only to a page with a media element that plays; Web Audio, which our
 * engine uses, does not count. So a silent element plays along, made on the first play. It is heard by nobody and routed
 * nowhere near the engine.
 */
export function followAnchor(player: Player): void {
  let anchor: HTMLAudioElement | null = null
  let played = false
  const follow = () => {
    const wanted = player.view.wantsPlay
    if (wanted === played) return
    played = wanted
    if (wanted) {
      anchor ??= makeAnchor()
      // Refused without a gesture: then the media keys wait for the next play.
      anchor.play().catch(() => {
        played = false
      })
    } else anchor?.pause()
  }
  follow()
  player.subscribe(follow)
}

function makeAnchor(): HTMLAudioElement {
  const anchor = new Audio(URL.createObjectURL(new Blob([silentWav()], { type: 'audio/wav' })))
  anchor.loop = true
  return anchor
}
