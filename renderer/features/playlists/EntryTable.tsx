import { ContextMenu } from '@base-ui/react/context-menu'
import { useAtomValue } from 'jotai'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { currentTrackAtom, likesAtom, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'
import { placeAt, stepTarget } from '../../state/playlistRows.ts'
import { classes } from '../../ui/classes.ts'
import { evenStack, openMenuAt, revealRow, rowOf, topOf, useRows, WindowedRows } from '../../ui/list/index.ts'
import type { RowSelection } from '../../ui/list/index.ts'
import table from '../../ui/table.module.css'
import text from '../../ui/text.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import { Ghost, useCarry } from '../drag/index.ts'
import { rowWordsOf } from '../tracks/index.ts'
import styles from './entries.module.css'
import { EntryHead } from './EntryHead.tsx'
import { EntryMenu } from './EntryMenu.tsx'
import { EntryRow } from './EntryRow.tsx'
import { playEntries } from './playEntries.ts'

const rowHeight = 56
/** The head of the page and the names of the columns. */
const headPx = 280

export interface EntryTableProps {
  readonly playlist: PlaylistSummary
  /** As the person looks at them: filtered, sorted. */
  readonly entries: readonly PlaylistEntry[]
  /** Rows that repeat an earlier one. */
  readonly duplicates: ReadonlySet<string>
  /** True while rows can find a new place: all of them stand in the playlist's own order. */
  readonly movable: boolean
  readonly scroller: RefObject<HTMLElement | null>
}

/** The rows of a playlist: selection, keyboard, menu, carrying; only the rows in sight exist. */
export function EntryTable({ playlist, entries, duplicates, movable, scroller }: EntryTableProps) {
  const { t, i18n } = useTranslation()
  const words = rowWordsOf(t)
  const { commands } = useServices()
  const current = useAtomValue(currentTrackAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const likes = useAtomValue(likesAtom)
  const body = useRef<HTMLTableSectionElement>(null)
  const [spoken, setSpoken] = useState('')
  /** Rows that were picked up last. */
  const [lifted, setLifted] = useState<readonly string[]>([])
  const [nowMs] = useState(() => Date.now())
  const { id } = playlist
  const isSmart = playlist.rules !== null
  const ids = useMemo(() => entries.map((entry) => entry.entryId), [entries])
  const indexOf = useMemo(() => new Map(ids.map((entryId, index) => [entryId, index])), [ids])
  const stack = useMemo(() => evenStack(entries.length, rowHeight), [entries.length])
  const entryOf = (entryId: string | null) => entries[indexOf.get(entryId ?? '') ?? -1]
  const titleOf = (entryId: string | undefined) => entryOf(entryId ?? null)?.track.title || t('album.untitled')

  const play = (entryId: string) => playEntries(commands, playlist, entries, entryId)
  const remove = (entryIds: readonly string[]) => {
    if (isSmart || entryIds.length === 0) return
    commands.runWith('remove-from-playlist', { id, entryIds, title: titleOf(entryIds[0]) })
  }
  const step = (selection: RowSelection, direction: -1 | 1) => {
    if (!movable) {
      setSpoken(isSmart ? t('playlist.smartOrder') : t('playlist.notMovable'))
      return
    }
    const chosen = rows.targetsOf(selection.focus ?? '')
    const beforeEntryId = stepTarget(ids, chosen, direction)
    const first = chosen[0]
    if (beforeEntryId === undefined || first === undefined) return
    commands.runWith('move-in-playlist', { id, entryIds: chosen, beforeEntryId })
    const position = (indexOf.get(first) ?? 0) + 1 + direction
    setSpoken(t('queue.moved', { title: titleOf(first), position, count: ids.length }))
  }
  const onKey = (event: KeyboardEvent, selection: RowSelection): boolean => {
    if (selection.focus === null) return false
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      step(selection, event.key === 'ArrowUp' ? -1 : 1)
      return true
    }
    if (event.key !== 'Delete' && event.key !== 'Backspace') return false
    remove(rows.targetsOf(selection.focus))
    return true
  }

  const rows = useRows({
    ids,
    container: body,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    reveal: (index) => revealRow({ stack, scroller, list: body }, index),
    onOpen: play,
    onKey,
  })
  const focusIndex = rows.tabStop === null ? -1 : (indexOf.get(rows.tabStop) ?? -1)
  const tracksOf = (entryIds: readonly string[]) => entryIds.flatMap((entryId) => entryOf(entryId)?.track ?? [])
  const targets = () => rows.targetsOf(rows.selection.focus ?? '')
  const drag = useCarry({
    list: body,
    scroller,
    carriedOf: (entryId) => {
      const lead = entryOf(entryId)?.track
      const carried = rows.targetsOf(entryId)
      setLifted(carried)
      return lead ? { count: carried.length, lead, take: async () => tracksOf(carried) } : null
    },
    reorder: movable
      ? {
          count: ids.length,
          rowHeight,
          onDrop: (index) =>
            commands.runWith('move-in-playlist', {
              id,
              entryIds: lifted,
              beforeEntryId: placeAt(ids, lifted, index),
            }),
        }
      : null,
  })
  const prepare = usePrepare((target) => entryOf(rowOf({ target }))?.track ?? null)
  const onClick = (event: MouseEvent) => {
    const entryId = rowOf(event)
    const control = event.target instanceof Element ? event.target.closest('[data-action]') : null
    const track = entryOf(entryId)?.track
    if (drag.justDropped() || entryId === null) return
    switch (control?.getAttribute('data-action')) {
      case 'play':
        return track?.id === current?.id ? commands.run('play-pause') : play(entryId)
      case 'like':
        return track && commands.runWith('like-tracks', { tracks: [track], liked: !likes.has(track.id) })
      case 'menu':
        return control && openMenuAt(control)
      default:
        return rows.handlers.onClick(event)
    }
  }
  const isSelected = (index: number) => rows.selection.selected.has(ids[index] ?? '')
  const isLifted = useMemo(() => new Set(drag.carried ? lifted : []), [drag.carried, lifted])
  const rowAt = (index: number) => {
    const entry = entries[index]
    if (!entry) return null
    const selected = isSelected(index)
    return (
      <EntryRow
        key={entry.entryId}
        track={entry.track}
        entryId={entry.entryId}
        addedAt={entry.addedAt}
        index={index}
        offset={topOf(stack, index)}
        playing={entry.track.id === current?.id}
        moving={moving && entry.track.id === current?.id}
        liked={likes.has(entry.track.id)}
        duplicate={duplicates.has(entry.entryId)}
        selected={selected}
        joinedAbove={selected && isSelected(index - 1)}
        joinedBelow={selected && isSelected(index + 1)}
        lifted={isLifted.has(entry.entryId)}
        tabStop={index === focusIndex}
        nowMs={nowMs}
        words={words}
        t={t}
        locale={i18n.language}
      />
    )
  }

  return (
    <div className={styles.frame}>
      <ContextMenu.Root>
        <table
          className={classes(table.table, styles.columns)}
          role="grid"
          aria-label={t('album.list', { title: playlist.name })}
          aria-rowcount={entries.length + 1}
          aria-multiselectable
        >
          <EntryHead />
          <ContextMenu.Trigger
            render={<tbody ref={body} />}
            className={table.rows}
            style={{ height: topOf(stack, entries.length) }}
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
            <WindowedRows
              stack={stack}
              scroller={scroller}
              list={body}
              keep={focusIndex}
              above={headPx}
              renderRow={rowAt}
            />
          </ContextMenu.Trigger>
        </table>
        <EntryMenu
          playlist={playlist}
          movable={movable}
          tracks={() => tracksOf(targets())}
          onPlay={() => rows.selection.focus !== null && play(rows.selection.focus)}
          onStep={(direction) => step(rows.selection, direction)}
          onRemove={() => remove(targets())}
        />
      </ContextMenu.Root>
      {drag.index !== null && (
        <div className={styles.drop} style={{ transform: `translateY(${drag.index * rowHeight}px)` }} data-drop-line />
      )}
      {drag.carried && <Ghost carried={drag.carried} ghost={drag.ghost} />}
      <output className={text.unseen}>{spoken}</output>
    </div>
  )
}
