import { ChevronRight, Folder } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { usePreparePage, useServices } from '../../state/index.ts'
import { evenStack, topOf, useWidth, useWindow } from '../../ui/list/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './folders.module.css'

const rowPx = 60
const gapPx = 8
const leastPx = 280
/** Rows out of sight that exist. */
const spareRows = 4

export interface FolderListProps {
  readonly folders: readonly { readonly path: string; readonly name: string; readonly trackCount: number }[]
  readonly scroller: RefObject<HTMLElement | null>
}

/** Folders one can go into. A folder may hold thousands: only those in sight exist. */
export function FolderList({ folders, scroller }: FolderListProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const list = useRef<HTMLUListElement>(null)
  const width = useWidth(list, 'folders')
  const columns = Math.max(1, Math.floor((width + gapPx) / (leastPx + gapPx)))
  const stack = useMemo(() => evenStack(Math.ceil(folders.length / columns), rowPx + gapPx), [folders.length, columns])
  const view = useWindow({ stack, scroller, list, keep: -1, spareRows })
  const shown = width > 0 ? folders.slice(view.first * columns, view.end * columns) : []
  const prepare = usePreparePage((target) => {
    const path = target instanceof Element ? target.closest('[data-folder]')?.getAttribute('data-folder') : null
    return path ? { kind: 'folder', path } : null
  })
  return (
    <ul
      ref={list}
      className={styles.folders}
      style={{ height: Math.max(0, view.height - gapPx) }}
      aria-label={t('library.tabFolders')}
      {...prepare}
    >
      {shown.map(({ path, name, trackCount }, at) => {
        const index = view.first * columns + at
        const column = index % columns
        return (
          <li
            key={path}
            aria-posinset={index + 1}
            aria-setsize={folders.length}
            style={{
              width: `calc((100% - ${gapPx * (columns - 1)}px) / ${columns})`,
              insetInlineStart: `calc((100% + ${gapPx}px) / ${columns} * ${column})`,
              top: topOf(stack, Math.floor(index / columns)),
            }}
          >
            <button
              type="button"
              className={styles.folder}
              data-folder={path}
              onClick={() => commands.runWith('open-page', { page: { kind: 'folder', path } })}
            >
              <span className={styles.folderIcon}>
                <Folder aria-hidden />
              </span>
              <span className={styles.folderWords}>
                <Name className={styles.folderName}>{name}</Name>
                <span className={styles.folderMeta}>{t('album.tracks', { count: trackCount })}</span>
              </span>
              <ChevronRight aria-hidden />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
