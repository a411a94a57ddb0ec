import type { Unsubscribe } from '../../../src/contract/index.ts'
import { createAnchor, silentElement } from './anchor.ts'
import { connectMediaSession, type MediaSessionParts } from './media-session.ts'

/** Connects the player with the media controls of the system that this page runs on; nothing where there are none. */
export function connectPageMediaSession(
  parts: Pick<MediaSessionParts, 'player' | 'controls' | 'mediaUrl'>,
): Unsubscribe {
  if (!('mediaSession' in navigator)) return () => {}
  return connectMediaSession({
    ...parts,
    mediaSession: navigator.mediaSession,
    anchor: createAnchor(silentElement),
    makeMetadata: (init) => new MediaMetadata(init),
  })
}
