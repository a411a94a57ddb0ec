import type { HistoryStore } from './history/index.ts'
import type { Log } from './log/index.ts'
import type { RecordingStore } from './nodelink/recordings/index.ts'
import type { Playable } from './playable.ts'
import type { PlaylistRoom } from './playlists/index.ts'
import type { SessionStore } from './session/index.ts'
import type { OpenedStore } from './store/index.ts'

/** Long after the start: nobody waits for it, and a page has its queue by then. */
const delayMs = 60_000

/** Plays whose dropped files stay: as many as history ever shows. */
const keptPlays = 200

/**
 * Once per run, removes copies of dropped files that neither queue nor recent history names, playlists that were
 * deleted long ago, and what servers found and nobody used. Only with the store as it was left: one that is damaged, read-only or a newer app's does not show what
 * is still wanted. Answers what calls it off.
 */
export function scheduleHousekeeping(options: {
  readonly store: Pick<OpenedStore, 'mode' | 'notice'>
  readonly session: Pick<SessionStore, 'trackIds'>
  readonly history: Pick<HistoryStore, 'recent'>
  readonly playable: Pick<Playable, 'sweep'>
  readonly playlists: Pick<PlaylistRoom, 'sweep'>
  readonly recordings: Pick<RecordingStore, 'sweep'>
  readonly log: Log
  readonly delayMs?: number
}): () => void {
  const { store, session, history, playable, playlists, recordings, log } = options
  const stopping = new AbortController()
  const sweep = async (): Promise<void> => {
    if (store.mode !== 'file' || store.notice !== null) return
    const recent = history.recent(keptPlays).map(({ trackId }) => trackId)
    const removed = await playable.sweep(new Set([...session.trackIds(), ...recent]))
    if (removed > 0) log.info('copies of dropped files removed', { removed })
    await playlists.sweep()
    const forgotten = await recordings.sweep(new Set(session.trackIds()), stopping.signal)
    if (forgotten > 0) log.info('recordings forgotten', { forgotten })
  }
  const timer = setTimeout(() => {
    sweep().catch((error: unknown) => {
      if (!stopping.signal.aborted) log.warn('housekeeping failed', { error: asError(error) })
    })
  }, options.delayMs ?? delayMs)
  timer.unref()
  return () => {
    clearTimeout(timer)
    stopping.abort()
  }
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined
}
