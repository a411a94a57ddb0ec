import { dialogAtom, importedAtom, playlistsAtom } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'
import { showPage } from './view.ts'

/** Playlists as files: read in, and saved. */
export function playlistFileCommands({ bridge, store, notices, t, playlistFiles }: CommandEnvironment) {
  const importAll = async (given: readonly File[]) => {
    for (const file of await playlistFiles.read(given)) {
      const reply = await bridge.call('playlists.import', file)
      if (!reply.ok) {
        notices.fail(reply.error)
        continue
      }
      const { playlist, found, missing } = reply.value
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
  }

  const exportOne = async ({ id, format }: ArgumentCommands['export-playlist']) => {
    const reply = await bridge.call('playlists.export', { id, format })
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
