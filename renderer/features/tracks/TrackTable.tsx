import { ContextMenu } from '@base-ui/react/context-menu'
import { useAtomValue } from 'jotai'
import { Fragment, useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react'
import type { QueueContext } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { currentTrackAtom, likesAtom, loadedOf, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { TrackRows } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import {
  countRows,
  evenStack,
  openMenuAt,
  revealRow,
  rowOf,
  stackOf,
  topOf,
  usePlaces,
  WindowedRows,
} from '../../ui/list/index.ts'
import type { PlaceSelection, RowRanges } from '../../ui/list/index.ts'
import table from '../../ui/table.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import { Ghost, useCarry } from '../drag/index.ts'
import { rowWordsOf } from './rowWords.ts'
import { TableHead } from './TableHead.tsx'
import { TrackMenu } from './TrackMenu.tsx'
import { PendingRow, TrackRow } from './TrackRow.tsx'
import styles from './tracks.module.css'
import type { TrackColumns, TrackOrder } from './types.ts'

const rowHeight = 56
const headingHeight = 44

export interface TrackTableProps {
  readonly rows: TrackRows
  /** Says which list this is, and in which order: the selection of another one is not this one's. */
  readonly listKey: string
  /** Name for screen readers. */
  readonly label: string
  readonly context: QueueContext
  readonly columns: TrackColumns
  readonly scroller: RefObject<HTMLElement | null>
  /** About how much of the page stands above the table, in px. */
  readonly above?: number
  readonly order?: TrackOrder
  /** Words above a row, such as the disc that begins there. Stable between renders. */
  readonly headingAt?: (index: number) => string | null
  /** Further keys on rows; true when the key was used. */
  readonly onKey?: (event: KeyboardEvent, selection: PlaceSelection) => boolean
  /** Further items of the menu, for the rows it is about. */
  readonly menuItems?: (ranges: RowRanges) => ReactNode
}

/** Tracks of any list: selection, keyboard, menu, dragging; only the rows in sight exist. Rows are named by their place. */
export function TrackTable(props: TrackTableProps) {
  const { rows, listKey, label, context, columns, scroller, order, headingAt } = props
  const { t, i18n } = useTranslation()
  const words = rowWordsOf(t)
  const { commands } = useServices()
  const current = useAtomValue(currentTrackAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const likes = useAtomValue(likesAtom)
  const body = useRef<HTMLTableSectionElement>(null)
  const { total, look } = rows
  const stack = useMemo(
    () =>
      headingAt === undefined
        ? evenStack(total, rowHeight)
        : stackOf(total, (index) => rowHeight + (headingAt(index) === null ? 0 : headingHeight)),
    [total, headingAt],
  )

  const play = (index: number) => commands.runWith('play-list', { rows, index, context })
  const take = (ranges: RowRanges) =>
    new Promise<readonly Track[]>((give) => commands.runWith('take-rows', { rows, ranges, give }))
  const places = usePlaces({
    count: total,
    listKey,
    container: body,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    reveal: (index) => revealRow({ stack, scroller, list: body }, index),
    onOpen: play,
    onKey: props.onKey,
  })
  const focusIndex = places.tabStop

  const drag = useCarry({
    list: body,
    scroller,
    carriedOf: (id) => {
      const lead = rows.trackAt(Number(id))
      const ranges = places.targetsOf(Number(id))
      return lead ? { count: countRows(ranges), lead, take: () => take(ranges) } : null
    },
    reorder: null,
  })
  const menuIndex = places.selection.focus ?? 0
  const menuRanges = places.targetsOf(menuIndex)
  const prepare = usePrepare((target) => {
    const id = rowOf({ target })
    const track = id === null ? undefined : rows.trackAt(Number(id))
    return track === undefined || track.missing ? null : track
  })
  const onClick = (event: MouseEvent) => {
    const id = rowOf(event)
    const control = event.target instanceof Element ? event.target.closest('[data-action]') : null
    const action = control?.getAttribute('data-action')
    const track = id === null ? undefined : rows.trackAt(Number(id))
    if (drag.justDropped()) return
    if (track !== undefined && action === 'like') {
      commands.runWith('like-tracks', { tracks: [track], liked: !likes.has(track.id) })
    } else if (id !== null && action === 'play') {
      if (track !== undefined && track.id === current?.id) commands.run('play-pause')
      else play(Number(id))
    } else if (control && action === 'menu') openMenuAt(control)
    else places.handlers.onClick(event)
  }
  const rowAt = (index: number, track: Track | undefined) => {
    const heading = headingAt?.(index) ?? null
    const top = topOf(stack, index)
    const offset = top + (heading === null ? 0 : headingHeight)
    const selected = places.isSelected(index)
    const shared = { index, offset, columns, selected, tabStop: index === focusIndex, words }
    return (
      <Fragment key={index}>
        {heading !== null && (
          <tr className={styles.heading} style={{ top }}>
            <th scope="rowgroup" colSpan={6}>
              {heading}
            </th>
          </tr>
        )}
        {track === undefined ? (
          <PendingRow {...shared} />
        ) : (
          <TrackRow
            {...shared}
            track={track}
            liked={likes.has(track.id)}
            playing={track.id === current?.id}
            moving={moving && track.id === current?.id}
            joinedAbove={selected && heading === null && places.isSelected(index - 1)}
            joinedBelow={selected && places.isSelected(index + 1) && (headingAt?.(index + 1) ?? null) === null}
            locale={i18n.language}
          />
        )}
      </Fragment>
    )
  }

  return (
    <table
      className={classes(table.table, columns === 'mixed' ? styles.mixed : styles.album)}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-multiselectable
    >
      <TableHead columns={columns} order={order} />
      <ContextMenu.Root>
        <ContextMenu.Trigger
          render={<tbody ref={body} />}
          className={table.rows}
          style={{ height: topOf(stack, total) }}
          {...prepare}
          {...places.handlers}
          onFocus={(event) => {
            places.handlers.onFocus(event)
            prepare.onFocus(event)
          }}
          onClick={onClick}
          onPointerDown={(event) => {
            prepare.onPointerDown(event)
            drag.onPointerDown(event)
          }}
        >
          <WindowedRows
            stack={stack}
            scroller={scroller}
            list={body}
            keep={focusIndex}
            above={props.above ?? 0}
            look={look}
            renderRow={(index) => rowAt(index, rows.trackAt(index))}
          />
        </ContextMenu.Trigger>
        <TrackMenu
          track={rows.trackAt(menuIndex) ?? null}
          count={countRows(menuRanges)}
          take={() => take(menuRanges)}
          here={() => loadedOf(rows, menuRanges)}
          onPlay={() => play(menuIndex)}
          onQueue={(place) => commands.runWith('queue-list', { rows, ranges: menuRanges, place })}
        >
          {props.menuItems?.(menuRanges)}
        </TrackMenu>
      </ContextMenu.Root>
      {drag.carried && <Ghost carried={drag.carried} ghost={drag.ghost} />}
    </table>
  )
}
