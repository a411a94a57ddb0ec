import type { Unsubscribe } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { OwnedPlayer, PlayerView } from '../controller/index.ts'
import type { MediaAnchor } from './anchor.ts'

/** How far the system's seek buttons go when they do not say, in ms. */
const seekStepMs = 10_000

/** What the system's media controls show. */
export type ShownPlayer = Pick<OwnedPlayer, 'view' | 'subscribe' | 'onJump' | 'position'>

/** What they do: the player's own methods, or commands that end in them. */
export type PlayerControls = Pick<OwnedPlayer, 'play' | 'pause' | 'next' | 'previous' | 'seek' | 'seekBy'>

/** What the system's media controls are connected with. */
export interface MediaSessionParts {
  readonly player: ShownPlayer
  readonly controls: PlayerControls
  readonly mediaSession: Pick<MediaSession, 'metadata' | 'playbackState' | 'setActionHandler' | 'setPositionState'>
  readonly anchor: MediaAnchor
  readonly makeMetadata: (init: MediaMetadataInit) => MediaMetadata
  /** The absolute URL of a path that the media handler answers. */
  readonly mediaUrl: (path: string) => string
}

/** Connects the player with the system's media controls and keys. Answers what disconnects them. */
export function connectMediaSession(parts: MediaSessionParts): Unsubscribe {
  const { player, controls, mediaSession, anchor } = parts
  let shown: { readonly track: Track | null; readonly view: PlayerView } | null = null

  function setHandler(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
    try {
      mediaSession.setActionHandler(action, handler)
    } catch {
      // An action that this browser does not know; it has no button for it either.
    }
  }

  function tellPosition(): void {
    const durationS = (player.view.durationMs ?? 0) / 1_000
    if (!Number.isFinite(durationS) || durationS <= 0) {
      mediaSession.setPositionState()
      return
    }
    const positionS = player.position().positionMs / 1_000
    const position = Number.isFinite(positionS) ? Math.min(Math.max(0, positionS), durationS) : 0
    mediaSession.setPositionState({ duration: durationS, position, playbackRate: 1 })
  }

  function refresh(): void {
    const { view } = player
    const track = view.queue.current?.track ?? null
    const before = shown
    shown = { track, view }
    if (before?.track !== track) mediaSession.metadata = track === null ? null : parts.makeMetadata(metadataOf(track))
    if (before?.view.wantsPlay !== view.wantsPlay) {
      if (view.wantsPlay) anchor.play()
      else anchor.pause()
    }
    mediaSession.playbackState = track === null ? 'none' : view.wantsPlay ? 'playing' : 'paused'
    if (before?.view.canNext !== view.canNext) setHandler('nexttrack', view.canNext ? () => controls.next() : null)
    if (before?.view.canPrevious !== view.canPrevious) {
      setHandler('previoustrack', view.canPrevious ? () => controls.previous() : null)
    }
    tellPosition()
  }

  function metadataOf(track: Track): MediaMetadataInit {
    const artist = track.artists.join(', ')
    const artwork = track.coverPath === null ? [] : [{ src: parts.mediaUrl(track.coverPath) }]
    return { title: track.title, artist, album: track.albumTitle ?? '', artwork }
  }

  setHandler('play', () => controls.play())
  setHandler('pause', () => controls.pause())
  setHandler('stop', () => {
    controls.pause()
    controls.seek(0)
  })
  setHandler('seekto', ({ seekTime }) => {
    if (seekTime !== undefined) controls.seek(seekTime * 1_000)
  })
  setHandler('seekbackward', ({ seekOffset }) => controls.seekBy(-offsetMs(seekOffset)))
  setHandler('seekforward', ({ seekOffset }) => controls.seekBy(offsetMs(seekOffset)))
  refresh()
  const unsubscribes = [player.subscribe(refresh), player.onJump(tellPosition)]

  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe()
    for (const action of handledActions) setHandler(action, null)
    mediaSession.metadata = null
    mediaSession.playbackState = 'none'
    mediaSession.setPositionState()
    anchor.pause()
  }
}

const handledActions: readonly MediaSessionAction[] = [
  'play',
  'pause',
  'stop',
  'nexttrack',
  'previoustrack',
  'seekto',
  'seekbackward',
  'seekforward',
]

function offsetMs(offsetS: number | undefined): number {
  return offsetS === undefined || offsetS <= 0 ? seekStepMs : offsetS * 1_000
}
