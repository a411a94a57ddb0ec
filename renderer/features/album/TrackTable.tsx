import { ContextMenu } from '@base-ui/react/context-menu'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useAtomValue } from 'jotai'
import { Clock } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { contextOf, currentTrackAtom, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { Collection } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { rowOf, useRows } from '../../ui/list/index.ts'
import styles from './album.module.css'
import { TrackMenu } from './TrackMenu.tsx'
import { TrackRow } from './TrackRow.tsx'

const rowHeight = 56

/** The tracks: selection, keyboard, menu; only the rows in sight exist. Rows are named by their place. */
export function TrackTable({
  collection,
  scroller,
}: {
  collection: Collection
  scroller: RefObject<HTMLElement | null>
}) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const { tracks } = collection
  const current = useAtomValue(currentTrackAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const body = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const ids = useMemo(() => tracks.map((_track, index) => String(index)), [tracks])
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), [])

  const play = (id: string) =>
    commands.runWith('play-tracks', { tracks, startIndex: Number(id), context: contextOf(collection) })
  const rows = useRows({
    ids,
    container: body,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 560) / rowHeight) - 1),
    reveal: (index) => virtual.scrollToIndex(index),
    onOpen: play,
  })
  const focusIndex = rows.tabStop === null ? -1 : Number(rows.tabStop)
  const virtual = useVirtualizer({
    count: tracks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: top,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  const targets = () => rows.targetsOf(rows.selection.focus ?? '0').flatMap((id) => tracks[Number(id)] ?? [])
  const onClick = (event: MouseEvent) => {
    const id = rowOf(event)
    const action = event.target instanceof Element ? event.target.closest('[data-action]') : null
    if (id !== null && action?.getAttribute('data-action') === 'play') {
      if (tracks[Number(id)]?.id === current?.id) commands.run('play-pause')
      else play(id)
    } else if (action?.getAttribute('data-action') === 'menu') openMenuAt(action)
    else rows.handlers.onClick(event)
  }
  const isSelected = (index: number) => rows.selection.selected.has(String(index))
  const withAlbum = collection.kind === 'files'

  return (
    <div
      className={styles.table}
      role="grid"
      aria-label={t('album.list', { title: collection.title })}
      aria-rowcount={tracks.length + 1}
      aria-multiselectable
    >
      <div className={classes(styles.row, styles.headRow, withAlbum && styles.withAlbum)} role="row" aria-rowindex={1}>
        <span role="columnheader" className={styles.number} aria-label={t('album.number')}>
          #
        </span>
        <span role="columnheader">{t('album.title')}</span>
        {withAlbum && (
          <span role="columnheader" className={styles.rowAlbum}>
            {t('album.album')}
          </span>
        )}
        <span role="columnheader" className={styles.format}>
          {t('album.format')}
        </span>
        <span role="columnheader" aria-label={t('album.length')}>
          <Clock aria-hidden />
        </span>
        <span role="columnheader" aria-label={t('album.actions')} />
      </div>
      <ContextMenu.Root>
        <ContextMenu.Trigger
          ref={body}
          role="rowgroup"
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
          {...rows.handlers}
          onClick={onClick}
        >
          {items.map((item) => {
            const track = tracks[item.index]
            if (!track) return null
            const selected = isSelected(item.index)
            return (
              <TrackRow
                key={item.key}
                track={track}
                index={item.index}
                offset={item.start - top}
                withAlbum={withAlbum}
                playing={track.id === current?.id}
                moving={moving}
                selected={selected}
                joinedAbove={selected && isSelected(item.index - 1)}
                joinedBelow={selected && isSelected(item.index + 1)}
                tabStop={item.index === focusIndex}
              />
            )
          })}
        </ContextMenu.Trigger>
        <TrackMenu
          onPlay={() => rows.selection.focus !== null && play(rows.selection.focus)}
          onQueue={(place) => commands.runWith('queue-tracks', { tracks: targets(), place })}
        />
      </ContextMenu.Root>
    </div>
  )
}

/** The row's menu button opens the very menu that a right click opens, below the button. */
function openMenuAt(button: Element) {
  const { left, bottom } = button.getBoundingClientRect()
  button.dispatchEvent(
    new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  )
}
