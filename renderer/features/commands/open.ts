import { dialogAtom } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'

/** Files and folders. */
export function openCommands({ opener, store }: CommandEnvironment) {
  return {
    'open-files': () => opener.choose('files', 'play'),
    'open-folder': () => opener.choose('folder', 'play'),
    'add-files': () => opener.choose('files', 'add'),
    'add-folder': () => opener.choose('folder', 'add'),
    'open-path': () => store.set(dialogAtom, 'open-path'),
    open: ({ what, intent, report }: ArgumentCommands['open']) => opener.open(what, intent, report),
    'cancel-open': () => opener.cancel(),
  }
}
