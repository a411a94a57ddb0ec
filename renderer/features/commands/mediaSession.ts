import { connectPageMediaSession, type OwnedPlayer } from '../../player/index.ts'
import type { Commands } from './types.ts'

/**
 * Tells the system what plays (lock screen, media overlay, MPRIS, SMTC, Now Playing) and takes its media keys, through
 * the same registry as everything else.
 */
export function mediaSession(
  player: Pick<OwnedPlayer, 'view' | 'subscribe' | 'onJump' | 'position'>,
  commands: Commands,
): void {
  const seek = (positionMs: number): void => commands.runWith('seek-to', { positionMs: Math.max(0, positionMs) })
  connectPageMediaSession({
    player,
    mediaUrl: (path) => new URL(path, document.baseURI).href,
    controls: {
      play: () => commands.run('play'),
      pause: () => commands.run('pause'),
      next: () => commands.run('next'),
      previous: () => commands.run('previous'),
      seek,
      seekBy: (deltaMs) => seek(player.position().positionMs + deltaMs),
    },
  })
}
