import type { createStore } from 'jotai'
import type { Bridge } from '../../../src/contract/index.ts'
import { rowsLimit } from '../../../src/library/limits.ts'
import { playlistEditsAtom, playlistRowsAtom } from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'

/** Rows that the page asks for first: more than a screen holds, few enough to be there at once. */
const firstRows = 100

/** Changes in a row are followed by one reading, this long after the last, in ms. */
const settleMs = 120

/** The rest is asked for at last after this long, however much the page has to do, in ms. */
const longestWaitMs = 300

interface FollowOptions {
  readonly bridge: Pick<Bridge, 'call' | 'on'>
  readonly store: ReturnType<typeof createStore>
  readonly id: string
}

/**
 * Keeps `playlistRowsAtom` in step with a playlist while its page is open: a first block at once, and all of it once that
 * is on screen. A later reading replaces what is shown when all of it is there. Answers how to stop.
 */
export function followRows({ bridge, store, id }: FollowOptions): () => void {
  let control = new AbortController()
  let timer: ReturnType<typeof setTimeout> | null = null

  const read = async () => {
    control.abort()
    control = new AbortController()
    const { signal } = control
    const isFirst = store.get(playlistRowsAtom)?.id !== id
    const entries: PlaylistEntry[] = []
    let revision: number | null = null
    for (;;) {
      const from = entries.length
      const range = { from, to: from + (from === 0 && isFirst ? firstRows : rowsLimit) }
      const reply = await bridge.call('playlists.entries', { id, range }, { signal })
      if (signal.aborted || !reply.ok) return
      const { rows, total } = reply.value
      if (revision !== null && revision !== reply.value.revision) {
        // It changed on the way: rows of two moments do not fit together.
        schedule()
        return
      }
      revision = reply.value.revision
      entries.push(...rows)
      const complete = entries.length >= total || rows.length === 0
      if ((isFirst && from === 0) || complete)
        store.set(playlistRowsAtom, { id, entries: [...entries], total, complete })
      if (complete) return
      if (isFirst && from === 0) await onScreen()
    }
  }
  const schedule = () => {
    control.abort()
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void read(), settleMs)
  }

  let knownChange: number | null = null
  const stops = [
    store.sub(playlistEditsAtom, schedule),
    bridge.on('playlists.changed', (playlists) => {
      const changedAt = playlists.find((playlist) => playlist.id === id)?.changedAt ?? null
      if (changedAt !== knownChange) schedule()
      knownChange = changedAt
    }),
    // Files come and go, and rules look at likes.
    bridge.on('library.changed', schedule),
    bridge.on('likes.changed', schedule),
  ]
  void read()
  return () => {
    control.abort()
    if (timer !== null) clearTimeout(timer)
    for (const stop of stops) stop()
    store.set(playlistRowsAtom, null)
  }
}

/** Until the page has drawn what it was given and has nothing to do. */
function onScreen(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: longestWaitMs }))
}
