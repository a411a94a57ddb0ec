import { ContextMenu } from '@base-ui/react/context-menu'
import { useAtomValue } from 'jotai'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { QueueView } from '../../player/controller/types.ts'
import { usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import { rowOf, stackOf, topOf, useRows, useWindow } from '../../ui/list/index.ts'
import type { RowSelection } from '../../ui/list/index.ts'
import text from '../../ui/text.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import { Ghost } from './Ghost.tsx'
import { entryHeight, queueItems, stepPlace } from './items.ts'
import { QueueEntryRow } from './QueueEntryRow.tsx'
import { QueueHead } from './QueueHead.tsx'
import { QueueMenu } from './QueueMenu.tsx'
import styles from './queue.module.css'
import { useReorder } from './useReorder.ts'

/** The lines of the queue: only those in sight exist. Selection, keyboard, menu, dragging. */
export function QueueList({ queue }: { queue: QueueView }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const moving = useAtomValue(wantsPlayAtom)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLTableSectionElement>(null)
  const [spoken, setSpoken] = useState('')
  const items = useMemo(() => queueItems(queue), [queue])
  const stack = useMemo(() => stackOf(items.length, (index) => items[index]?.height ?? entryHeight), [items])
  const ids = useMemo(() => items.flatMap((item) => (item.kind === 'entry' ? [item.entry.entryId] : [])), [items])
  const indexOf = useMemo(
    () =>
      new Map(items.flatMap((item, index) => (item.kind === 'entry' ? [[item.entry.entryId, index] as const] : []))),
    [items],
  )
  const currentId = queue.current?.entryId ?? null
  const trackOf = (id: string) => {
    const item = items[indexOf.get(id) ?? -1]
    return item?.kind === 'entry' ? item.entry.track : null
  }
  const titleOf = (id: string) => trackOf(id)?.title ?? ''

  const step = (selection: RowSelection, direction: -1 | 1) => {
    const chosen = rows.targetsOf(selection.focus ?? '').filter((id) => id !== currentId)
    const place = stepPlace(queue, chosen, direction)
    if (!place) return
    commands.runWith('move-entries', { entryIds: chosen, ...place })
    const first = chosen[0]
    const position = ids.indexOf(first ?? '') + direction
    if (first !== undefined) setSpoken(t('queue.moved', { title: titleOf(first), position, count: ids.length - 1 }))
  }
  const remove = (entryIds: readonly string[]) => {
    const chosen = entryIds.filter((id) => id !== currentId)
    const first = chosen[0]
    if (first !== undefined) commands.runWith('remove-entries', { entryIds: chosen, title: titleOf(first) })
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
    container: list,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / entryHeight) - 1),
    reveal: (index) => view.reveal(indexOf.get(ids[index] ?? '') ?? 0),
    onOpen: (entryId) => commands.runWith('jump-to', { entryId }),
    onKey,
  })
  const focusIndex = rows.tabStop === null ? -1 : (indexOf.get(rows.tabStop) ?? -1)
  const view = useWindow({ stack, scroller, list, keep: focusIndex })
  const drag = useReorder({
    items,
    list,
    scroller,
    targetsOf: (id) => rows.targetsOf(id).filter((one) => one !== currentId),
    onDrop: (entryIds, { part, beforeEntryId }) => commands.runWith('move-entries', { entryIds, part, beforeEntryId }),
  })
  const prepare = usePrepare((target) => {
    const item = items[indexOf.get(rowOf({ target }) ?? '') ?? -1]
    return item?.kind === 'entry' && item.entry.entryId !== currentId ? item.entry.track : null
  })
  const onClick = (event: MouseEvent) => {
    const id = rowOf(event)
    const action = event.target instanceof Element ? event.target.closest('[data-action="remove"]') : null
    if (id !== null && action) remove([id])
    else if (!drag.justDropped()) rows.handlers.onClick(event)
  }
  const isSelected = (index: number) => {
    const item = items[index]
    return item?.kind === 'entry' && rows.selection.selected.has(item.entry.entryId)
  }

  return (
    <div ref={scroller} className={styles.body}>
      <ContextMenu.Root>
        <table
          role="grid"
          aria-label={t('queue.list')}
          aria-rowcount={items.length}
          aria-multiselectable
          className={styles.table}
        >
          <ContextMenu.Trigger
            render={<tbody ref={list} />}
            className={styles.list}
            style={{ height: view.height }}
            {...prepare}
            {...rows.handlers}
            onClick={onClick}
            onPointerDown={(event) => {
              prepare.onPointerDown(event)
              drag.onPointerDown(event)
            }}
          >
            {view.indexes.map((index) => {
              const item = items[index]
              if (!item) return null
              const offset = topOf(stack, index)
              if (item.kind === 'head') {
                return <QueueHead key={`head ${item.part}`} part={item.part} offset={offset} queue={queue} />
              }
              const { entry } = item
              return (
                <QueueEntryRow
                  key={entry.entryId}
                  entry={entry}
                  offset={offset}
                  rowIndex={index + 1}
                  playing={item.part === 'playing'}
                  moving={moving && item.part === 'playing'}
                  selected={isSelected(index)}
                  joinedAbove={isSelected(index) && isSelected(index - 1)}
                  joinedBelow={isSelected(index) && isSelected(index + 1)}
                  lifted={drag.dragged?.entryIds.includes(entry.entryId) ?? false}
                  tabStop={index === focusIndex}
                  t={t}
                  locale={i18n.language}
                />
              )
            })}
          </ContextMenu.Trigger>
        </table>
        <QueueMenu
          isCurrent={rows.selection.focus === currentId}
          tracks={() => rows.targetsOf(rows.selection.focus ?? '').flatMap((id) => trackOf(id) ?? [])}
          onJump={() => rows.selection.focus !== null && commands.runWith('jump-to', { entryId: rows.selection.focus })}
          onStep={(direction) => step(rows.selection, direction)}
          onRemove={() => remove(rows.targetsOf(rows.selection.focus ?? ''))}
        />
      </ContextMenu.Root>
      {queue.queued.length + queue.rest.length === 0 && <p className={styles.end}>{t('queue.endText')}</p>}
      {drag.place && (
        <div className={styles.drop} style={{ transform: `translateY(${drag.place.lineY}px)` }} data-drop-line />
      )}
      {drag.dragged && <Ghost dragged={drag.dragged} ghost={drag.ghost} />}
      <output className={text.unseen}>{spoken}</output>
    </div>
  )
}
