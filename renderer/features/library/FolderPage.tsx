import { useAtomValue } from 'jotai'
import { useRef, useState } from 'react'
import type { QueueContext } from '../../../src/contract/index.ts'
import type { TrackSort } from '../../../src/library/index.ts'
import { libraryFoldersAtom, useAnswer, useServices } from '../../state/index.ts'
import { Afterwards } from '../../ui/afterwards/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useScrollMemory } from '../../ui/list/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { ListActions, TrackTable } from '../tracks/index.ts'
import { FolderList } from './FolderList.tsx'
import { stepsTo } from './folderPath.ts'
import folderStyles from './folders.module.css'
import styles from './library.module.css'
import { Failed, Pending } from './ListState.tsx'
import { useTrackList } from './useTrackList.ts'

/** So many folders fill the window: what stands below them is out of sight. */
const manyFolders = 60

/** A folder of the library: the folders in it, and everything below it. */
export function FolderPage({ path }: { path: string }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const roots = useAtomValue(libraryFoldersAtom) ?? []
  const scroller = useRef<HTMLDivElement>(null)
  const [order, setOrder] = useState<{ sort: TrackSort; descending: boolean }>({ sort: 'own', descending: false })
  const query = { scope: { kind: 'folder' as const, path }, ...order, filter: '' }
  const { list, rows } = useTrackList(query)
  const subfolders = useAnswer('library.subfolders', { path })
  useScrollMemory(scroller, `folder ${path}`)
  const steps = stepsTo(path, roots)
  const title = steps.at(-1)?.name ?? path
  const context: QueueContext = { kind: 'folder', id: path, title }
  const { view, source } = list
  // Shown together: one after the other would be drawn twice.
  const isHere = view.kind !== 'loading' && subfolders.kind !== 'loading'
  const [wasHere] = useState(isHere)
  const folders = subfolders.kind === 'ready' ? subfolders.value : []
  return (
    <div ref={scroller} className={styles.scrollPage}>
      <nav className={folderStyles.steps} aria-label={t('library.path')}>
        <button
          type="button"
          onClick={() => commands.runWith('open-page', { page: { kind: 'library', tab: 'folders' } })}
        >
          {t('library.tabFolders')}
        </button>
        {steps.slice(0, -1).map((step) => (
          <button
            key={step.path}
            type="button"
            onClick={() => commands.runWith('open-page', { page: { kind: 'folder', path: step.path } })}
          >
            <Name>{step.name}</Name>
          </button>
        ))}
      </nav>
      <div className={styles.headLine}>
        <h1 dir="auto">{title}</h1>
        {isHere && view.kind === 'ready' && (
          <p>
            {t('album.tracks', { count: view.total })}
            {view.totalMs !== null && view.totalMs > 0 && ` · ${lengthInWords(view.totalMs, i18n.language)}`}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <ListActions rows={rows} context={context} />
      </div>
      {!isHere && <Pending shape="rows" />}
      {isHere && folders.length > 0 && <FolderList folders={folders} scroller={scroller} />}
      {view.kind === 'failed' && view.error && <Failed error={view.error} onRetry={() => source.refresh()} />}
      {isHere && view.total > 0 && (
        <Afterwards at={wasHere || folders.length < manyFolders ? 'once' : 'painted'}>
          <TrackTable
            rows={rows}
            listKey={JSON.stringify(query)}
            label={t('album.list', { title })}
            context={context}
            columns="mixed"
            scroller={scroller}
            order={{ ...order, onChange: (sort, descending) => setOrder({ sort, descending }) }}
          />
        </Afterwards>
      )}
    </div>
  )
}
