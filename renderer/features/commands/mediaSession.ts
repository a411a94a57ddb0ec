import type { Track } from '../../../src/music/index.ts'
import type { OwnedPlayer, Player } from '../../player/index.ts'
import { followAnchor } from './anchor.ts'
import type { Commands } from './types.ts'

/**
 * Tells the system what plays (lock screen, media overlay, MPRIS, SMTC, Now Playing) and takes its media keys, through
 * the same registry as everything else.
 */
export function mediaSession(player: Player & Pick<OwnedPlayer, 'onJump'>, commands: Commands): void {
  const { mediaSession: session } = navigator
  const seekTo = (positionMs: number) => commands.runWith('seek-to', { positionMs: Math.max(0, positionMs) })
  const actions: Partial<Record<MediaSessionAction, (details: MediaSessionActionDetails) => void>> = {
    play: () => commands.run('play'),
    pause: () => commands.run('pause'),
    stop: () => commands.run('pause'),
    nexttrack: () => commands.run('next'),
    previoustrack: () => commands.run('previous'),
    seekforward: () => commands.run('seek-forward'),
    seekbackward: () => commands.run('seek-backward'),
    seekto: ({ seekTime }) => {
      if (seekTime !== undefined && seekTime !== null) seekTo(seekTime * 1000)
    },
  }
  for (const [action, handler] of Object.entries(actions)) setAction(session, action, handler)

  let shownKey: string | null = null
  const place = () => {
    const { durationMs, positionMs } = player.position()
    if (durationMs === null || durationMs <= 0) {
      session.setPositionState()
      return
    }
    session.setPositionState({
      duration: durationMs / 1000,
      position: Math.min(durationMs, Math.max(0, positionMs)) / 1000,
      playbackRate: 1,
    })
  }
  const show = () => {
    const { queue, wantsPlay } = player.view
    const key = queue.current?.entryId ?? null
    if (key !== shownKey) {
      shownKey = key
      session.metadata = queue.current ? metadataOf(queue.current.track) : null
    }
    session.playbackState = key === null ? 'none' : wantsPlay ? 'playing' : 'paused'
    place()
  }
  show()
  player.subscribe(show)
  player.onJump(place)
  followAnchor(player)
}

function metadataOf(track: Track): MediaMetadata {
  return new MediaMetadata({
    title: track.title,
    artist: track.artists.join(', '),
    album: track.albumTitle ?? '',
    artwork: track.coverPath === null ? [] : [{ src: new URL(track.coverPath, document.baseURI).href }],
  })
}

function setAction(session: MediaSession, action: string, handler: (details: MediaSessionActionDetails) => void) {
  if (!isAction(action)) return
  session.setActionHandler(action, handler)
}

const known: readonly MediaSessionAction[] = [
  'play',
  'pause',
  'stop',
  'nexttrack',
  'previoustrack',
  'seekforward',
  'seekbackward',
  'seekto',
]

function isAction(action: string): action is MediaSessionAction {
  return known.some((one) => one === action)
}
