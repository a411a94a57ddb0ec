import type { CommandId } from '../../../src/commands/index.ts'
import { canGoBackAtom, canGoForwardAtom, canPlayAtom, currentTrackAtom, scanStatusAtom } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import { importCommands } from './imports.ts'
import { likeCommands } from './likes.ts'
import { folderCommands } from './folders.ts'
import { linkCommands } from './links.ts'
import { listCommands } from './lists.ts'
import { openCommands } from './open.ts'
import { playlistFileCommands } from './playlistFiles.ts'
import { playlistCommands } from './playlists.ts'
import { playlistTrackCommands } from './playlistTracks.ts'
import { playbackCommands } from './playback.ts'
import { queueCommands } from './queue.ts'
import { searchCommands } from './search.ts'
import type { ArgumentCommands, Commands } from './types.ts'
import { viewCommands } from './view.ts'

type PlainHandlers = Readonly<Record<CommandId, () => void>>
type ArgumentHandlers = { readonly [Id in keyof ArgumentCommands]: (argument: ArgumentCommands[Id]) => void }

/** Puts all commands together. Nothing in the interface calls the player, the opener or the pages any other way. */
export function createCommands(environment: CommandEnvironment): Commands {
  const { player, store, notices } = environment
  const handlers: PlainHandlers & ArgumentHandlers = {
    ...playbackCommands(environment),
    ...queueCommands(environment),
    ...listCommands(environment),
    ...folderCommands(environment),
    ...linkCommands(environment),
    ...viewCommands(environment),
    ...searchCommands(environment),
    ...openCommands(environment),
    ...likeCommands(environment),
    ...playlistCommands(environment),
    ...playlistTrackCommands(environment),
    ...playlistFileCommands(environment),
    ...importCommands(environment),
  }

  function canRun(id: CommandId): boolean {
    switch (id) {
      case 'next':
        return player.view.canNext
      case 'previous':
        return player.view.canPrevious
      case 'play-pause':
      case 'play':
        return store.get(canPlayAtom)
      case 'pause':
      case 'like':
      case 'seek-forward':
      case 'seek-backward':
      case 'now-playing':
        return store.get(currentTrackAtom) !== null
      case 'cancel-scan':
        return store.get(scanStatusAtom).kind === 'scanning'
      case 'back':
        return store.get(canGoBackAtom)
      case 'forward':
        return store.get(canGoForwardAtom)
      case 'undo':
        return notices.canUndo()
      default:
        return true
    }
  }

  return {
    canRun,
    run: (id) => {
      if (canRun(id)) handlers[id]()
    },
    runWith: <Id extends keyof ArgumentCommands>(id: Id, argument: ArgumentCommands[Id]) => {
      const all: ArgumentHandlers = handlers
      all[id](argument)
    },
  }
}
