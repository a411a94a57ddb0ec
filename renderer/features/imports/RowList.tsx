import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { ImportJob } from '../../../src/imports/index.ts'
import { importRowSource, useList, useServices } from '../../state/index.ts'
import type { ImportShow } from '../../state/index.ts'
import { revealRow, stackOf, topOf, usePlaces, WindowedRows } from '../../ui/list/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { isDecidable } from './candidates.ts'
import { indexNow } from './follow.ts'
import { ImportRowLine, rowHeight } from './ImportRowLine.tsx'
import { openHeight, OpenRow } from './OpenRow.tsx'
import { NothingHere } from './NothingHere.tsx'
import styles from './rows.module.css'
import { rowActionOf } from './rowKeys.ts'
import type { Decisions } from './useDecisions.ts'
import { useCandidates } from './useCandidates.ts'
import { useLook } from './useLook.ts'

/** Head, steps and parts, which stand above the rows, in px. */
const abovePx = 300
/** Parts in which the first row waits for an answer. */
const asking: ReadonlySet<ImportShow> = new Set(['review', 'none'])

export interface RowListProps {
  readonly job: ImportJob
  readonly show: ImportShow
  readonly decisions: Decisions
  readonly scroller: RefObject<HTMLElement | null>
}

/** The rows of an import: the one that the keyboard is at is open, with what it may mean side by side. Only rows in sight exist. */
export function RowList({ job, show, decisions, scroller }: RowListProps) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const body = useRef<HTMLTableSectionElement>(null)
  const list = useList(importRowSource(bridge, { id: job.id, only: show === 'all' ? null : show }))
  const { view, source } = list
  const { total } = view
  const look = useLook(job, list)

  const places = usePlaces({
    count: total,
    listKey: show,
    container: body,
    pageRows: () => 5,
    // What is revealed is as high as it will be only once it is open: see below.
    reveal: () => undefined,
    onOpen: () => candidates.hear(),
    onKey: (event) => onKey(event),
  })
  const { focus } = places.selection
  const wanted = focus ?? (asking.has(show) ? 0 : -1)
  const row = view.rowAt(wanted)
  const [held, setHeld] = useState({ index: -1, place: -1 })
  // Adjusted while rendering, so that no key reaches another row than the one in sight: while recordings are looked for, others come in before it.
  if (row !== undefined && (held.index !== wanted || held.place !== row.place)) {
    const moved = held.index === wanted ? indexNow((index) => view.rowAt(index), wanted, held.place) : null
    if (moved === null) setHeld({ index: wanted, place: row.place })
    else {
      setHeld({ index: moved, place: held.place })
      places.select({ focus: moved, anchor: moved, selected: [] })
    }
  }
  const openIndex = row !== undefined && isDecidable(row) ? wanted : -1
  const candidates = useCandidates(openIndex === -1 ? null : (row ?? null), decisions, () => source.refresh())
  const openPx = openHeight(candidates.search.isOpen)
  const stack = useMemo(
    () => stackOf(total, (index) => (index === openIndex ? rowHeight + openPx : rowHeight)),
    [total, openIndex, openPx],
  )
  useEffect(() => {
    if (focus !== null) revealRow({ stack, scroller, list: body }, focus)
  }, [focus, stack, scroller, body])

  const onKey = (event: KeyboardEvent): boolean => {
    const action = rowActionOf(event)
    if (action === null) return false
    switch (action.kind) {
      case 'step':
        return candidates.step(action.by)
      case 'choose':
        return candidates.choose(action.index)
      case 'leave-out':
        return candidates.leaveOut()
      case 'undo':
        decisions.undo()
        source.refresh()
        return true
      case 'held':
        return true
      default:
        return action satisfies never
    }
  }

  if (view.kind === 'loading') return null
  if (total === 0) return <NothingHere job={job} show={show} />
  return (
    <table role="grid" className={styles.list} aria-label={t(`imports.tab.${show}`)} aria-rowcount={total}>
      <tbody ref={body} className={styles.body} style={{ height: topOf(stack, total) }} {...places.handlers}>
        <WindowedRows
          stack={stack}
          scroller={scroller}
          list={body}
          keep={places.tabStop}
          above={abovePx}
          look={look}
          renderRow={(index) => (
            <ImportRowLine
              key={index}
              row={view.rowAt(index)}
              index={index}
              offset={topOf(stack, index)}
              open={index === openIndex}
              tabStop={index === places.tabStop}
            >
              {index === openIndex && row !== undefined && <OpenRow row={row} candidates={candidates} />}
            </ImportRowLine>
          )}
        />
      </tbody>
    </table>
  )
}
