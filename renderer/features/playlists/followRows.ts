import { startTransition } from 'react'
import type { createStore } from 'jotai'
import type { Bridge, CallOutput } from '../../../src/contract/index.ts'
import {
  playlistEditsAtom,
  playlistFirstRows,
  playlistRowsAtom,
  preparedAnswer,
  rememberAnswer,
  rememberedAnswer,
} from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'

/** Rows that the page asks for at a time: an answer of ten times as many would keep it from drawing while it is taken in. */
const portionRows = 200

/** Changes in a row are followed by one reading, this long after the last, in ms. */
const settleMs = 120

/** The next portion is asked for at last after this long, however much the page has to do, in ms. */
const longestWaitMs = 100

type Answer = CallOutput<'playlists.entries'>

interface FollowOptions {
  readonly bridge: Pick<Bridge, 'call' | 'on'>
  readonly store: ReturnType<typeof createStore>
  readonly id: string
}

/**
 * Keeps `playlistRowsAtom` in step with a playlist while its page is open: a first block at once, and the rest in portions
 * once that is on screen, shown whenever there is twice as much of it: nobody who scrolls on waits for the last one, and a list
 * of ten thousand is drawn anew eight times and not fifty. A later reading replaces what is shown when all of it is there.
 * Answers how to stop.
 */
export function followRows({ bridge, store, id }: FollowOptions): () => void {
  let control = new AbortController()
  let timer: ReturnType<typeof setTimeout> | null = null

  /** The first rows: all of them where there are no more. A page that just came up is drawn first, and these in its pauses. */
  let shown: Answer | undefined
  const show = (answer: Answer | undefined) => {
    if (answer === undefined || answer === shown) return
    shown = answer
    const { rows: entries, total } = answer
    startTransition(() => store.set(playlistRowsAtom, { id, entries, total, complete: entries.length >= total }))
  }
  const read = async () => {
    control.abort()
    control = new AbortController()
    const { signal } = control
    const isFirst = store.get(playlistRowsAtom)?.id !== id
    const firstInput = { id, range: playlistFirstRows }
    if (isFirst) {
      const prepared = preparedAnswer(bridge, 'playlists.entries', firstInput)
      if (prepared !== undefined) await prepared
      if (signal.aborted) return
      const known = rememberedAnswer(bridge, 'playlists.entries', firstInput)
      show(known)
      // They are there already: whether they still are so is asked once they are on screen.
      if (known !== undefined) await onScreen()
      if (signal.aborted) return
    }
    const entries: PlaylistEntry[] = []
    let shownRows = playlistFirstRows.to
    let revision: number | null = null
    for (;;) {
      const from = entries.length
      const input = from === 0 ? firstInput : { id, range: { from, to: from + portionRows } }
      const reply = await bridge.call('playlists.entries', input, { signal })
      if (signal.aborted || !reply.ok) return
      const answer = from === 0 ? rememberAnswer(bridge, 'playlists.entries', input, reply.value) : reply.value
      const { rows, total } = answer
      if (revision !== null && revision !== reply.value.revision) {
        // It changed on the way: rows of two moments do not fit together.
        schedule()
        return
      }
      revision = reply.value.revision
      entries.push(...rows)
      const complete = entries.length >= total || rows.length === 0
      if (isFirst && from === 0) show(answer)
      else if (complete || (isFirst && entries.length >= 2 * shownRows)) {
        shownRows = entries.length
        const rowsNow = complete ? entries : [...entries]
        startTransition(() => store.set(playlistRowsAtom, { id, entries: rowsNow, total, complete }))
      }
      if (complete) return
      await onScreen()
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
