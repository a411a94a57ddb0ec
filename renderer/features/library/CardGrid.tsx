import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react'
import { evenStack, lastWidth, topOf, useWidth, useWindow } from '../../ui/list/index.ts'
import { gapPx, gridShape, nextCard } from './gridMath.ts'
import styles from './cards.module.css'

const widthKind = 'cards'

/** About the height of a grid of so many cards, in px. */
export function gridHeight(total: number): number {
  const { columns, rowPx } = gridShape(lastWidth(widthKind))
  return Math.ceil(total / columns) * rowPx
}

/** Rows of cards are high: more of them out of sight would cost more to make than the whole of what one sees. */
const spareRows = 2

export interface CardGridProps {
  readonly label: string
  readonly total: number
  readonly scroller: RefObject<HTMLElement | null>
  /** About how much of the page stands above the grid, in px. */
  readonly above?: number
  readonly look: (first: number, end: number) => void
  /** What the card at a place shows; its opening button carries `data-card`, and its buttons that tab index. */
  readonly renderCard: (index: number, tabIndex: 0 | -1) => ReactNode
  readonly onOpen: (index: number) => void
  /** The button on the card was pressed. */
  readonly onPlay: (index: number) => void
}

/** Cards of a list of any length: only the rows in sight exist. One of them is in the tab order; arrows lead on. */
export function CardGrid(props: CardGridProps) {
  const { label, total, scroller, above = 0, look, renderCard, onOpen, onPlay } = props
  const list = useRef<HTMLTableElement>(null)
  const width = useWidth(list, widthKind)
  const [focus, setFocus] = useState(0)
  const wantsFocus = useRef(false)
  const shape = useMemo(() => gridShape(width), [width])
  const { columns, rowPx } = shape
  const stack = useMemo(() => evenStack(Math.ceil(total / columns), rowPx), [total, columns, rowPx])
  const tabStop = Math.min(focus, Math.max(0, total - 1))
  const view = useWindow({ stack, scroller, list, keep: Math.floor(tabStop / columns), above, spareRows })

  const { first, end } = view
  useEffect(() => look(first * columns, end * columns), [look, first, end, columns])
  useEffect(() => {
    if (!wantsFocus.current) return
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${tabStop}"]`)
    if (!card) return
    wantsFocus.current = false
    card.focus({ preventScroll: true })
  })

  const cardsOf = (row: number) =>
    Array.from({ length: Math.min(columns, total - row * columns) }, (_card, at) => row * columns + at)
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx))
    const next = isPlain ? nextCard(event.key, tabStop, total, columns, pageRows) : null
    if (next === null) return
    event.preventDefault()
    setFocus(next)
    wantsFocus.current = true
    view.reveal(Math.floor(next / columns))
  }
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return
    const played = target.closest('[data-play]')?.getAttribute('data-play')
    const opened = target.closest('[data-card]')?.getAttribute('data-card')
    if (played !== undefined && played !== null) onPlay(Number(played))
    else if (opened !== undefined && opened !== null) onOpen(Number(opened))
  }
  return (
    <table
      ref={list}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={Math.ceil(total / columns)}
      aria-colcount={columns}
      style={{ height: view.height }}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={({ target }) => {
        const card = target.closest('[data-card]')?.getAttribute('data-card')
        if (card !== undefined && card !== null) setFocus(Number(card))
      }}
    >
      <tbody>
        {width > 0 &&
          view.indexes.map((row) => (
            <tr
              key={row}
              className={styles.gridRow}
              aria-rowindex={row + 1}
              style={{ transform: `translateY(${topOf(stack, row)}px)`, gap: gapPx }}
            >
              {cardsOf(row).map((index) => (
                <td key={index} style={{ width: shape.cardPx }}>
                  {renderCard(index, index === tabStop ? 0 : -1)}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
