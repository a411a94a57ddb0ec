import { useRef } from 'react'
import { useAnswer, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { FolderList } from './FolderList.tsx'
import styles from './library.module.css'
import { LibraryHead } from './LibraryHead.tsx'
import { EmptyLibrary, Failed, Pending } from './ListState.tsx'

/** The folders of the library as they lie on the disk. */
export function FoldersTab() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const scroller = useRef<HTMLDivElement>(null)
  const answer = useAnswer('library.subfolders', { path: null }, ['library.changed', 'library.foldersChanged'])
  const folders = answer.kind === 'ready' ? answer.value : []
  return (
    <>
      <LibraryHead
        tab="folders"
        count={answer.kind === 'ready' ? t('library.folders', { count: folders.length }) : ''}
        actions={
          <Button
            look="ghost"
            onClick={() => commands.runWith('open-page', { page: { kind: 'settings', section: 'folders' } })}
          >
            {t('library.manageFolders')}
          </Button>
        }
      />
      <div ref={scroller} className={styles.body}>
        {answer.kind === 'loading' && <Pending shape="rows" />}
        {answer.kind === 'failed' && <Failed error={answer.error} onRetry={answer.retry} />}
        {answer.kind === 'ready' && folders.length === 0 && <EmptyLibrary />}
        {folders.length > 0 && <FolderList folders={folders} scroller={scroller} />}
      </div>
    </>
  )
}
