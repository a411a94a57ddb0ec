import type { Failure } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { playlistEditsAtom, playlistRowsAtom, playlistsAtom } from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'
import { movedEntries, withoutEntries } from '../../state/playlistRows.ts'
import type { CommandEnvironment } from './environment.ts'
import { inLots } from './playlistEntries.ts'
import type { ArgumentCommands } from './types.ts'

/** What is in a playlist: added, taken out, moved. The page shows it at once; what is refused comes back with words. */
export function playlistTrackCommands({ bridge, store, notices, t }: CommandEnvironment) {
  const nameOf = (id: string) => store.get(playlistsAtom)?.find((playlist) => playlist.id === id)?.name ?? ''

  /** Takes changes back that were made one after the other: the last of them first. */
  const undoing = (undoIds: readonly string[]) => ({
    label: t('queue.undo'),
    undoes: true,
    run: () => {
      const undo = async () => {
        for (const undoId of undoIds.toReversed()) {
          const reply = await bridge.call('playlists.undo', { undoId })
          if (!reply.ok) return notices.fail(reply.error)
        }
        return undefined
      }
      void undo()
    },
  })

  /** Shows a change before it is answered. */
  const show = (id: string, change: (entries: readonly PlaylistEntry[]) => readonly PlaylistEntry[]) => {
    store.set(playlistEditsAtom, (edits) => edits + 1)
    store.set(playlistRowsAtom, (rows) => {
      if (rows?.id !== id || !rows.complete) return rows
      const entries = change(rows.entries)
      return { ...rows, entries, total: entries.length }
    })
  }
  /** What was shown is not so: the page asks again. */
  const takeBack = (error: Failure) => {
    store.set(playlistEditsAtom, (edits) => edits + 1)
    notices.fail(error)
  }

  const add = async (id: string, tracks: readonly Track[], allowDuplicates: boolean) => {
    const trackIds = tracks.map((track) => track.id)
    let added = 0
    const duplicates: string[] = []
    const undoIds: string[] = []
    for (const lot of inLots(trackIds)) {
      const reply = await bridge.call('playlists.add', { id, trackIds: lot, beforeEntryId: null, allowDuplicates })
      if (!reply.ok) {
        notices.fail(reply.error)
        break
      }
      added += reply.value.added
      duplicates.push(...reply.value.duplicateTrackIds)
      undoIds.push(reply.value.undoId)
    }
    if (undoIds.length > 0) tellAdded(id, { tracks, added, duplicates, undoIds })
  }

  const tellAdded = (
    id: string,
    outcome: {
      readonly tracks: readonly Track[]
      readonly added: number
      readonly duplicates: readonly string[]
      readonly undoIds: readonly string[]
    },
  ) => {
    const { added, duplicates, undoIds } = outcome
    const name = nameOf(id)
    const known = new Set(duplicates)
    const title = (track: Track | undefined) => track?.title || t('album.untitled')
    const addedTitle = title(outcome.tracks.find((track) => !known.has(track.id)) ?? outcome.tracks[0])
    if (duplicates.length === 0) {
      notices.tell({
        tone: 'good',
        title: t('playlist.added', { count: added, title: addedTitle, name }),
        action: undoing(undoIds),
      })
      return
    }
    const again = outcome.tracks.filter((track) => known.has(track.id))
    const inIt = t('playlist.alreadyIn', { count: duplicates.length, title: title(again[0]), name })
    notices.tell({
      tone: 'plain',
      title: added === 0 ? inIt : t('playlist.added', { count: added, title: addedTitle, name }),
      text: added === 0 ? t('playlist.alreadySkipped', { count: duplicates.length }) : inIt,
      action: { label: t('playlist.addAnyway'), run: () => void add(id, again, true) },
    })
  }

  const remove = async ({ id, entryIds, title }: ArgumentCommands['remove-from-playlist']) => {
    if (entryIds.length === 0) return
    show(id, (entries) => withoutEntries(entries, entryIds))
    const undoIds: string[] = []
    let count = 0
    for (const lot of inLots(entryIds)) {
      const reply = await bridge.call('playlists.remove', { id, entryIds: lot })
      if (!reply.ok) {
        takeBack(reply.error)
        break
      }
      undoIds.push(reply.value.undoId)
      count += lot.length
    }
    if (count === 0) return
    notices.tell({
      tone: 'good',
      title: t('playlist.removed', { count, title, name: nameOf(id) }),
      action: undoing(undoIds),
    })
  }

  const move = async ({ id, entryIds, beforeEntryId }: ArgumentCommands['move-in-playlist']) => {
    if (entryIds.length === 0) return
    show(id, (entries) => movedEntries(entries, entryIds, beforeEntryId))
    // Each lot comes right before that row, and so behind the lot that went before.
    for (const lot of inLots(entryIds)) {
      const reply = await bridge.call('playlists.move', { id, entryIds: lot, beforeEntryId })
      if (!reply.ok) return takeBack(reply.error)
    }
    return undefined
  }

  const sort = async ({ id, by, descending }: ArgumentCommands['sort-playlist']) => {
    const reply = await bridge.call('playlists.sort', { id, by, descending })
    if (!reply.ok) return notices.fail(reply.error)
    return notices.tell({
      tone: 'good',
      title: t('playlist.sorted', { name: nameOf(id) }),
      action: undoing([reply.value.undoId]),
    })
  }

  return {
    'add-to-playlist': ({ id, tracks }: ArgumentCommands['add-to-playlist']) => void add(id, tracks, false),
    'remove-from-playlist': (what: ArgumentCommands['remove-from-playlist']) => void remove(what),
    'move-in-playlist': (what: ArgumentCommands['move-in-playlist']) => void move(what),
    'sort-playlist': (what: ArgumentCommands['sort-playlist']) => void sort(what),
  }
}
