import { beforeEach, describe, expect, test } from 'vitest'
import { setStage, type Stage, testTrack } from '../controller/testing/index.ts'
import { createAnchor, connectMediaSession } from './index.ts'
import { silentWav } from './silence.ts'

/** The browser's side, as strict as Chromium about positions, and without one action, as Firefox is. */
function createFakeSession() {
  const handlers = new Map<string, MediaSessionActionHandler>()
  const positions: (MediaPositionState | undefined)[] = []
  const mediaSession = {
    metadata: null as MediaMetadata | null,
    playbackState: 'none' as MediaSessionPlaybackState,
    setActionHandler(action: MediaSessionAction, handler: MediaSessionActionHandler | null) {
      if (action === 'stop') throw new TypeError('Not a known action.')
      if (handler === null) handlers.delete(action)
      else handlers.set(action, handler)
    },
    setPositionState(state?: MediaPositionState) {
      const { duration, position = 0, playbackRate = 1 } = state ?? {}
      const isBad = duration === undefined || duration < 0 || position < 0 || position > duration || playbackRate === 0
      if (state !== undefined && isBad) throw new TypeError('Not a position.')
      positions.push(state)
    },
  }
  return { mediaSession, handlers, positions }
}

const context = { kind: 'tracks', id: null, title: '' } as const

describe('media session', () => {
  let stage: Stage
  let session: ReturnType<typeof createFakeSession>
  let anchorPlays: boolean
  let disconnect: () => void

  beforeEach(() => {
    stage = setStage()
    session = createFakeSession()
    anchorPlays = false
    disconnect = connectMediaSession({
      player: stage.player,
      controls: stage.player,
      mediaSession: session.mediaSession,
      anchor: {
        play: () => {
          anchorPlays = true
        },
        pause: () => {
          anchorPlays = false
        },
      },
      makeMetadata: (init) => ({ title: '', artist: '', album: '', artwork: [], chapterInfo: [], ...init }),
      mediaUrl: (path) => `http://localhost/${path}`,
    })
  })

  const press = (action: MediaSessionAction, details: Partial<MediaSessionActionDetails> = {}): void => {
    const handler = session.handlers.get(action)
    if (handler === undefined) throw new Error(`Nothing handles ${action}.`)
    handler({ action, ...details })
  }

  const startTwo = async (): Promise<void> => {
    const first = testTrack('a', { artists: ['One', 'Two'], albumTitle: 'Album', coverPath: 'cover/a' })
    stage.player.playNow([first, testTrack('b')], { startIndex: 0, context })
    await stage.time.advance(1_000)
  }

  test('shows what plays, with an absolute address of its cover', async () => {
    expect(session.mediaSession.playbackState).toBe('none')
    await startTwo()
    expect(session.mediaSession.metadata).toMatchObject({
      title: 'Title of a',
      artist: 'One, Two',
      album: 'Album',
      artwork: [{ src: 'http://localhost/cover/a' }],
    })
    expect(session.mediaSession.playbackState).toBe('playing')
    await stage.time.advance(180_000)
    expect(session.mediaSession.metadata?.title).toBe('Title of b')
  })

  test('its buttons do what the same buttons in the window do', async () => {
    await startTwo()
    press('pause')
    await stage.time.settle()
    expect(stage.player.view.wantsPlay).toBe(false)
    expect(session.mediaSession.playbackState).toBe('paused')
    press('play')
    press('seekto', { seekTime: 60 })
    press('seekforward', { seekOffset: 5 })
    press('seekbackward')
    expect(stage.player.position().positionMs).toBe(55_000)
    press('previoustrack')
    expect(stage.player.position().positionMs).toBe(0)
    press('nexttrack')
    expect(stage.player.view.queue.current?.track.id).toBe('b')
  })

  test('offers Next only where there is one', async () => {
    await startTwo()
    expect(session.handlers.has('nexttrack')).toBe(true)
    press('nexttrack')
    expect(session.handlers.has('nexttrack')).toBe(false)
    stage.player.setRepeat('all')
    expect(session.handlers.has('nexttrack')).toBe(true)
  })

  test('tells the position after a seek, and never one outside the track', async () => {
    await startTwo()
    stage.player.seek(90_000)
    expect(session.positions.at(-1)).toEqual({ duration: 180, position: 90, playbackRate: 1 })
    stage.player.seek(1e9)
    expect(session.positions.at(-1)).toMatchObject({ position: 180 })
    stage.player.playNow([testTrack('c', { durationMs: null })], { startIndex: 0, context })
    expect(session.positions.at(-1)).toBeUndefined()
  })

  test('holds on to the media keys while playing, and lets go of everything in the end', async () => {
    await startTwo()
    expect(anchorPlays).toBe(true)
    stage.player.pause()
    expect(anchorPlays).toBe(false)
    stage.player.play()
    disconnect()
    expect(anchorPlays).toBe(false)
    expect(session.handlers.size).toBe(0)
    expect(session.mediaSession.metadata).toBeNull()
    stage.player.next()
    expect(session.mediaSession.metadata).toBeNull()
  })
})

describe('the anchor', () => {
  test('plays silence that lasts longer than the five seconds below which there are no media controls', () => {
    const bytes = silentWav()
    const view = new DataView(bytes.buffer)
    const [rateHz, dataBytes] = [view.getUint32(24, true), view.getUint32(40, true)]
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 16))).toContain('WAVEfmt ')
    expect(dataBytes).toBe(bytes.length - 44)
    expect(dataBytes / rateHz).toBeGreaterThan(5)
    expect(bytes.subarray(44).every((sample) => sample === 128)).toBe(true)
  })

  test('makes one looping element, on the first play, and bears a refusal', async () => {
    const made: { loop: boolean; playing: boolean }[] = []
    const anchor = createAnchor(() => {
      const element = {
        loop: false,
        playing: false,
        play: () => {
          element.playing = true
          return Promise.reject(new Error('Not before a click.'))
        },
        pause: () => {
          element.playing = false
        },
      }
      made.push(element)
      return element
    })
    anchor.pause()
    expect(made).toHaveLength(0)
    anchor.play()
    anchor.pause()
    anchor.play()
    await Promise.resolve()
    expect(made).toMatchObject([{ loop: true, playing: true }])
  })
})
