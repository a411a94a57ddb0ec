import { ContextMenu } from '@base-ui/react/context-menu'
import { useAtomValue } from 'jotai'
import { Clock } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { contextOf, currentTrackAtom, likesAtom, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { Collection } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { openMenuAt, rowOf, stackOf, topOf, useRows, useWindow } from '../../ui/list/index.ts'
import text from '../../ui/text.module.css'
import { Ghost, useCarry } from '../drag/index.ts'
import styles from './album.module.css'
import { TrackMenu } from './TrackMenu.tsx'
import { TrackRow } from './TrackRow.tsx'

const rowHeight = 56

export interface TrackTableProps {
  readonly collection: Collection
  readonly scroller: RefObject<HTMLElement | null>
}

/** The tracks: selection, keyboard, menu; only the rows in sight exist. Rows are named by their place. */
export function TrackTable({ collection, scroller }: TrackTableProps) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const { tracks } = collection
  const current = useAtomValue(currentTrackAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const likes = useAtomValue(likesAtom)
  const body = useRef<HTMLTableSectionElement>(null)
  const ids = useMemo(() => tracks.map((_track, index) => String(index)), [tracks])
  const stack = useMemo(() => stackOf(tracks.length, () => rowHeight), [tracks])

  const play = (id: string) =>
    commands.runWith('play-tracks', { tracks, startIndex: Number(id), context: contextOf(collection) })
  const rows = useRows({
    ids,
    container: body,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    reveal: (index) => list.reveal(index),
    onOpen: play,
  })
  const focusIndex = rows.tabStop === null ? -1 : Number(rows.tabStop)
  const list = useWindow({ stack, scroller, list: body, keep: focusIndex })
  const tracksOf = (rowIds: readonly string[]) => rowIds.flatMap((id) => tracks[Number(id)] ?? [])
  const targets = () => tracksOf(rows.targetsOf(rows.selection.focus ?? '0'))
  const drag = useCarry({
    list: body,
    scroller,
    carriedOf: (id) => {
      const lead = tracks[Number(id)]
      const rowIds = rows.targetsOf(id)
      return lead ? { count: rowIds.length, lead, take: async () => tracksOf(rowIds) } : null
    },
    reorder: null,
  })
  const prepare = usePrepare((target) => {
    const id = rowOf({ target })
    return id === null ? null : (tracks[Number(id)] ?? null)
  })
  const onClick = (event: MouseEvent) => {
    const id = rowOf(event)
    const control = event.target instanceof Element ? event.target.closest('[data-action]') : null
    const action = control?.getAttribute('data-action')
    const track = id === null ? undefined : tracks[Number(id)]
    if (drag.justDropped()) return
    if (track && action === 'like') {
      commands.runWith('like-tracks', { tracks: [track], liked: !likes.has(track.id) })
    } else if (id !== null && action === 'play') {
      if (track?.id === current?.id) commands.run('play-pause')
      else play(id)
    } else if (control && action === 'menu') openMenuAt(control)
    else rows.handlers.onClick(event)
  }
  const isSelected = (index: number) => rows.selection.selected.has(String(index))
  const withAlbum = collection.kind === 'files'

  return (
    <table
      className={styles.table}
      role="grid"
      aria-label={t('album.list', { title: collection.title })}
      aria-rowcount={tracks.length + 1}
      aria-multiselectable
    >
      <thead>
        <tr className={classes(styles.row, styles.headRow, withAlbum && styles.withAlbum)} aria-rowindex={1}>
          <th scope="col" className={styles.number}>
            <span aria-hidden>#</span>
            <span className={text.unseen}>{t('album.number')}</span>
          </th>
          <th scope="col">{t('album.title')}</th>
          {withAlbum && (
            <th scope="col" className={styles.rowAlbum}>
              {t('album.album')}
            </th>
          )}
          <th scope="col" className={styles.format}>
            {t('album.format')}
          </th>
          <th scope="col">
            <span className={text.unseen}>{t('likes.column')}</span>
          </th>
          <th scope="col">
            <Clock aria-hidden />
            <span className={text.unseen}>{t('album.length')}</span>
          </th>
          <th scope="col">
            <span className={text.unseen}>{t('album.actions')}</span>
          </th>
        </tr>
      </thead>
      <ContextMenu.Root>
        <ContextMenu.Trigger
          render={<tbody ref={body} />}
          className={styles.rows}
          style={{ height: list.height }}
          {...prepare}
          {...rows.handlers}
          onFocus={(event) => {
            rows.handlers.onFocus(event)
            prepare.onFocus(event)
          }}
          onPointerDown={(event) => {
            prepare.onPointerDown(event)
            drag.onPointerDown(event)
          }}
          onClick={onClick}
        >
          {list.indexes.map((index) => {
            const track = tracks[index]
            if (!track) return null
            const selected = isSelected(index)
            return (
              <TrackRow
                key={index}
                track={track}
                index={index}
                offset={topOf(stack, index)}
                withAlbum={withAlbum}
                playing={track.id === current?.id}
                moving={moving}
                liked={likes.has(track.id)}
                selected={selected}
                joinedAbove={selected && isSelected(index - 1)}
                joinedBelow={selected && isSelected(index + 1)}
                tabStop={index === focusIndex}
                t={t}
                locale={i18n.language}
              />
            )
          })}
        </ContextMenu.Trigger>
        <TrackMenu onPlay={() => rows.selection.focus !== null && play(rows.selection.focus)} tracks={targets} />
      </ContextMenu.Root>
      {drag.carried && <Ghost carried={drag.carried} ghost={drag.ghost} />}
    </table>
  )
}
