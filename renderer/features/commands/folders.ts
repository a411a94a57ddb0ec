import { appInfoAtom, dialogAtom } from '../../state/index.ts'
import { failureWords } from '../notices/words.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'

/** The folders of the library, and the scanner. */
export function folderCommands({ bridge, store, notices, t }: CommandEnvironment) {
  const add = async ({ paths, report = () => false }: ArgumentCommands['add-music-folders']) => {
    const reply = await bridge.call('library.addFolders', { paths: [...paths] })
    if (!reply.ok) {
      if (!report(reply.error)) notices.fail(reply.error)
      return
    }
    const { refused } = reply.value
    const areAllRefused = refused.length === paths.length
    const isTold = report(areAllRefused ? (refused[0]?.error ?? null) : null)
    if (areAllRefused && isTold) return
    for (const { path, error } of refused) {
      const { what, more } = failureWords(error, t)
      notices.tell({ tone: 'bad', title: t('library.folderRefused', { path }), text: `${what}. ${more}` })
    }
  }
  const choose = async () => {
    if (store.get(appInfoAtom)?.host !== 'electron') {
      store.set(dialogAtom, 'add-music-folder')
      return
    }
    const reply = await bridge.call('files.choose', { kind: 'folder' })
    if (!reply.ok) notices.fail(reply.error)
    else if (reply.value.length > 0) await add({ paths: reply.value })
  }
  const remove = async ({ folder }: ArgumentCommands['remove-music-folder']) => {
    const reply = await bridge.call('library.removeFolder', { id: folder.id })
    if (!reply.ok) {
      notices.fail(reply.error)
      return
    }
    notices.tell({
      tone: 'good',
      title: t('library.folderRemoved', { name: folder.name }),
      text: t('library.folderRemovedText'),
      action: { label: t('queue.undo'), run: () => void add({ paths: [folder.path] }), undoes: true },
    })
  }
  const tell = async (asked: ReturnType<typeof bridge.call<'library.scan' | 'library.cancelScan'>>) => {
    const reply = await asked
    if (!reply.ok) notices.fail(reply.error)
  }
  return {
    'add-music-folder': () => void choose(),
    'scan-library': () => void tell(bridge.call('library.scan', { ids: null })),
    'cancel-scan': () => void tell(bridge.call('library.cancelScan', null)),
    'add-music-folders': (argument: ArgumentCommands['add-music-folders']) => void add(argument),
    'remove-music-folder': (argument: ArgumentCommands['remove-music-folder']) => void remove(argument),
  }
}
