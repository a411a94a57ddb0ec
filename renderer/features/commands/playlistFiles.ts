import type { CallOutput } from '../../../src/contract/index.ts'
import { dialogAtom, importedAtom, playlistsAtom } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import { showProgress } from './progress.ts'
import type { ArgumentCommands } from './types.ts'
import { showPage } from './view.ts'

/** Playlists as files: read in, and saved. */
export function playlistFileCommands(environment: CommandEnvironment) {
  const { bridge, store, notices, t, playlistFiles } = environment
  const importAll = async (given: readonly File[]) => {
    const control = new AbortController()
    const words = (name: string) => t('playlist.importing', { name })
    const progress = showProgress(environment, words(given[0]?.name ?? ''), control)
    try {
      const files = await playlistFiles.read(given)
      for (const [index, file] of files.entries()) {
        if (control.signal.aborted) return
        progress.named(words(file.fileName))
        if (files.length > 1) progress.at(index / files.length)
        const reply = await bridge.call('playlists.import', file, { signal: control.signal })
        if (reply.ok) tellImported(reply.value)
        else notices.fail(reply.error)
      }
    } finally {
      progress.done()
    }
  }
  const tellImported = ({ playlist, found, missing }: CallOutput<'playlists.import'>) => {
    store.set(playlistsAtom, (list) =>
      list?.some((one) => one.id === playlist.id) ? list : [...(list ?? []), playlist],
    )
    const show = () => {
      store.set(importedAtom, { name: playlist.name, missing })
      store.set(dialogAtom, 'import-missing')
    }
    notices.tell({
      tone: missing.length === 0 ? 'good' : 'plain',
      title: t('playlist.imported', { name: playlist.name }),
      text:
        missing.length === 0
          ? t('playlist.importedAll', { count: found })
          : t('playlist.importedSome', { found, count: missing.length }),
      ...(missing.length > 0 && { action: { label: t('playlist.importedShow'), run: show } }),
    })
    showPage(store, { kind: 'playlist', id: playlist.id })
  }

  const exportOne = async ({ id, format }: ArgumentCommands['export-playlist']) => {
    const control = new AbortController()
    const name = store.get(playlistsAtom)?.find((playlist) => playlist.id === id)?.name ?? ''
    const progress = showProgress(environment, t('playlist.exporting', { name }), control)
    const reply = await bridge.call('playlists.export', { id, format }, { signal: control.signal })
    progress.done()
    if (!reply.ok) return notices.fail(reply.error)
    return playlistFiles.save(reply.value)
  }

  const choose = async () => importAll(await playlistFiles.choose())

  return {
    'import-playlist': () => void choose(),
    'import-playlists': ({ files }: ArgumentCommands['import-playlists']) => void importAll(files),
    'export-playlist': (what: ArgumentCommands['export-playlist']) => void exportOne(what),
  }
}
