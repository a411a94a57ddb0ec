import type { createStore } from 'jotai'
import type { Track } from '../../../src/music/index.ts'
import { failure } from '../../../src/failure/index.ts'
import type { Engine, EngineEvent } from '../../player/engine/index.ts'
import { followOutput } from '../../player/controller/output.ts'
import type { SettingsSource } from '../../player/controller/parts.ts'
import type { Player } from '../../player/controller/types.ts'
import { previewAtom } from '../../state/imports.ts'

/** Lets a recording be heard on its own. The queue is not touched: what plays waits, and goes on afterwards. */
export interface PreviewPlayer {
  /** Plays it from its beginning, or ends it where it is what is heard. */
  toggle(track: Track): void
  end(): void
}

export interface PreviewParts {
  readonly player: Player
  readonly store: ReturnType<typeof createStore>
  /** An engine of its own, made when somebody first wants to hear something. */
  readonly createEngine: () => Promise<Engine>
  /** It is heard where everything else is heard. */
  readonly settings: SettingsSource
  /** Absolute address of a path of the media handler. */
  readonly mediaUrl: (path: string) => string
}

/** One preview at a time, the last one wanted. It ends as soon as the person makes the player play. */
export function createPreviewPlayer(parts: PreviewParts): PreviewPlayer {
  const { player, store, createEngine, settings, mediaUrl } = parts
  let making: Promise<Engine> | null = null
  /** Whether the player was playing, and waits. */
  let isHeld = false
  let wanted: Track | null = null

  const onEvent = (event: EngineEvent) => {
    if (event.kind !== 'state' || wanted === null) return
    const { state } = event
    const trackId = wanted.id
    if (state.kind === 'playing') store.set(previewAtom, { trackId, state: 'playing', error: null })
    else if (state.kind === 'ended') end()
    else if (state.kind === 'failed') {
      end()
      store.set(previewAtom, { trackId, state: 'failed', error: state.error })
    }
  }
  const engineOf = () =>
    (making ??= createEngine().then((engine) => {
      engine.on(onEvent)
      // The player tells where the chosen device cannot be had.
      followOutput(engine, settings, () => undefined)
      return engine
    }))
  const asLoudAsPlayer = (engine: Engine) => {
    engine.setVolume(player.view.volume)
    engine.setMuted(player.view.muted)
  }

  async function begin(track: Track): Promise<void> {
    wanted = track
    store.set(previewAtom, { trackId: track.id, state: 'loading', error: null })
    if (player.view.wantsPlay) {
      isHeld = true
      player.pause()
    }
    try {
      const engine = await engineOf()
      if (wanted !== track) return
      asLoudAsPlayer(engine)
      const { durationMs, segment } = track
      engine.load(
        { key: track.id, url: mediaUrl(track.audioPath), segment, gain: 1, durationHintMs: durationMs },
        { startMs: 0, play: true },
      )
    } catch {
      making = null
      if (wanted !== track) return
      end()
      store.set(previewAtom, { trackId: track.id, state: 'failed', error: failure('output-unavailable') })
    }
  }

  function silence(): void {
    wanted = null
    store.set(previewAtom, null)
    void making?.then((engine) => (wanted === null ? engine.stop() : undefined)).catch(() => undefined)
  }

  function end(): void {
    if (wanted === null) {
      store.set(previewAtom, null)
      return
    }
    silence()
    const goesOn = isHeld
    isHeld = false
    if (goesOn) player.play()
  }

  player.subscribe(() => {
    if (wanted === null) return
    if (!player.view.wantsPlay) {
      void making?.then(asLoudAsPlayer).catch(() => undefined)
      return
    }
    isHeld = false
    silence()
  })

  return {
    toggle(track) {
      if (wanted?.id === track.id) end()
      else void begin(track)
    },
    end,
  }
}
