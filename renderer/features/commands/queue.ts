import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'

/** What changes the queue. Everything that takes away offers to put it back. */
export function queueCommands({ player, notices, t }: CommandEnvironment) {
  const offerUndo = (title: string, undo: () => void) =>
    notices.tell({ tone: 'good', title, action: { label: t('queue.undo'), run: undo, undoes: true } })
  return {
    'queue-tracks': ({ tracks, place, text }: ArgumentCommands['queue-tracks']) => {
      const first = tracks[0]
      if (!first) return
      const words = { count: tracks.length, title: first.title }
      if (place === 'next') player.playNext(tracks)
      else player.playLater(tracks)
      notices.tell({
        tone: text === undefined ? 'good' : 'plain',
        title: place === 'next' ? t('queue.addedNext', words) : t('queue.added', words),
        ...(text !== undefined && { text }),
      })
    },
    'jump-to': ({ entryId }: ArgumentCommands['jump-to']) => player.jumpTo(entryId),
    'move-entries': ({ entryIds, part, beforeEntryId }: ArgumentCommands['move-entries']) =>
      player.move(entryIds, { part, beforeEntryId }),
    'remove-entries': ({ entryIds, title }: ArgumentCommands['remove-entries']) => {
      if (entryIds.length === 0) return
      offerUndo(t('queue.removed', { count: entryIds.length, title }), player.remove(entryIds))
    },
    'clear-upcoming': () => {
      const { queued, rest } = player.view.queue
      if (queued.length + rest.length === 0) return
      offerUndo(t('queue.cleared'), player.clearUpcoming())
    },
  }
}
