import { useAtomValue } from 'jotai'
import { Import, LibraryBig, ListPlus, Play } from 'lucide-react'
import { use, useEffect, useState } from 'react'
import { importDraftAtom, useServices } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { openableOfDrop, playlistsOfDrop } from './fromDrop.ts'
import { carriesSongLists, songListsOf } from './songLists.ts'
import { PathsContext } from './paths.ts'
import styles from './open.module.css'

type Zone = 'play' | 'add' | 'library' | 'import'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/**
 * The whole window takes files and folders: lists of songs go to the wizard; of others one part plays them, one adds them to the queue, and where the page knows
 * their paths one adds them to the library.
 */
export function DropTarget() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const pathsOf = use(PathsContext)
  const isAsking = useAtomValue(importDraftAtom) !== null
  const [zone, setZone] = useState<Zone | null>(null)

  useEffect(() => {
    const zoneOf = (event: DragEvent): Zone => {
      if (isAsking || carriesSongLists(event.dataTransfer)) return 'import'
      const element = event.target instanceof Element ? event.target.closest('[data-zone]') : null
      const zone = element?.getAttribute('data-zone')
      if (zone === 'library') return 'library'
      return event.shiftKey || zone === 'add' ? 'add' : 'play'
    }
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setZone(zoneOf(event))
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setZone(null)
    }
    const onDrop = (event: DragEvent) => {
      // Without this a file dropped anywhere would replace the page.
      event.preventDefault()
      setZone(null)
      if (!event.dataTransfer || !carriesFiles(event)) return
      const intent = zoneOf(event)
      const files = songListsOf([...event.dataTransfer.files], isAsking)
      if (files.length > 0) commands.runWith('begin-import', { way: 'file', files })
      else if (intent !== 'import') void take(event.dataTransfer, intent)
    }
    const take = async (transfer: DataTransfer, intent: Exclude<Zone, 'import'>) => {
      const files = playlistsOfDrop(transfer)
      if (files.length > 0) commands.runWith('import-playlists', { files })
      const what = await openableOfDrop(transfer, pathsOf)
      if (!what) return
      if (intent !== 'library') commands.runWith('open', { what, intent })
      else if (what.kind === 'paths') commands.runWith('add-music-folders', { paths: what.paths })
    }
    window.addEventListener('dragenter', onOver)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onOver)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [commands, pathsOf, isAsking])

  if (zone === null) return null
  if (zone === 'import') {
    return (
      <div className={classes(styles.overlay, styles.one)} data-drop-overlay>
        <div className={classes(styles.zone, styles.over)}>
          <Import aria-hidden />
          <h2>{t('imports.drop')}</h2>
          <p>{t('imports.dropText')}</p>
        </div>
      </div>
    )
  }
  return (
    <div className={classes(styles.overlay, pathsOf !== null && styles.three)} data-drop-overlay>
      <div className={classes(styles.zone, zone === 'play' && styles.over)} data-zone="play">
        <Play aria-hidden />
        <h2>{t('open.dropPlay')}</h2>
        <p>{t('open.dropPlayText')}</p>
      </div>
      <div className={classes(styles.zone, zone === 'add' && styles.over)} data-zone="add">
        <ListPlus aria-hidden />
        <h2>{t('open.dropAdd')}</h2>
        <p>{t('open.dropAddText')}</p>
      </div>
      {pathsOf !== null && (
        <div className={classes(styles.zone, zone === 'library' && styles.over)} data-zone="library">
          <LibraryBig aria-hidden />
          <h2>{t('open.dropLibrary')}</h2>
          <p>{t('open.dropLibraryText')}</p>
        </div>
      )}
    </div>
  )
}
