import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react'
import type { QueueEntry } from '../../player/controller/types.ts'
import { dropPlaceAt, entryHeight } from './items.ts'
import type { DropPlace, QueueItem } from './items.ts'

/** What is being carried. */
export interface Dragged {
  readonly entryIds: readonly string[]
  /** The one under the pointer. */
  readonly entry: QueueEntry
}

export interface ReorderOptions {
  readonly items: readonly QueueItem[]
  readonly list: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  readonly targetsOf: (entryId: string) => readonly string[]
  readonly onDrop: (entryIds: readonly string[], place: DropPlace) => void
}

/** A press becomes a drag after this many px, so that a shaky click stays a click. */
const thresholdPx = 5
/** Within this many px of an edge the list scrolls on by itself, faster towards the edge. */
const edgePx = 44
const fastestPxPerFrame = 14

/**
 * Dragging rows with the pointer. The carried row follows the pointer through the DOM alone; React hears only when the
 * place where it would land changes.
 */
export function useReorder(options: ReorderOptions) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [place, setPlace] = useState<DropPlace | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const pointerY = useRef(0)
  /** A drop, until the next press: the click that the browser sends right after it belongs to it. */
  const hasDropped = useRef(false)

  const follow = useEffectEvent(() => {
    const y = pointerY.current
    const box = options.list.current?.getBoundingClientRect()
    // Rows move up and down alone, so what is carried stays in its column.
    ghost.current?.style.setProperty('transform', `translate(${(box?.left ?? 0) + 4}px, ${y - entryHeight / 2}px)`)
    const next = dropPlaceAt(options.items, y - (box?.top ?? 0))
    setPlace((known) => (known?.lineY === next?.lineY && known?.part === next?.part ? known : next))
  })
  const scrollAtEdges = useEffectEvent(() => {
    const box = options.scroller.current?.getBoundingClientRect()
    if (!box || !options.scroller.current) return
    const y = pointerY.current
    const above = Math.max(0, box.top + edgePx - y) / edgePx
    const below = Math.max(0, y - (box.bottom - edgePx)) / edgePx
    const step = (Math.min(1, below) - Math.min(1, above)) * fastestPxPerFrame
    if (step === 0) return
    options.scroller.current.scrollBy(0, step)
    follow()
  })
  const drop = useEffectEvent((carried: Dragged) => {
    hasDropped.current = true
    if (place) options.onDrop(carried.entryIds, place)
  })

  useLayoutEffect(() => {
    if (dragged) follow()
  }, [dragged])

  useEffect(() => {
    if (!dragged) return undefined
    let frame = requestAnimationFrame(function tick() {
      scrollAtEdges()
      frame = requestAnimationFrame(tick)
    })
    const stop = () => {
      setDragged(null)
      setPlace(null)
    }
    const onMove = (event: PointerEvent) => {
      pointerY.current = event.clientY
      follow()
    }
    const onUp = () => {
      drop(dragged)
      stop()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      stop()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', onKey, true)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [dragged])

  const onPointerDown = (event: ReactPointerEvent) => {
    hasDropped.current = false
    if (event.button !== 0 || event.pointerType === 'touch') return
    const target = event.target instanceof Element ? event.target : null
    if (!target || target.closest('button')) return
    const entryId = target.closest('[data-row]')?.getAttribute('data-row')
    const item = options.items.find((one) => one.kind === 'entry' && one.entry.entryId === entryId)
    if (item?.kind !== 'entry' || item.part === 'playing') return
    const { entry } = item
    const start = { x: event.clientX, y: event.clientY }
    const onMove = (move: PointerEvent) => {
      if (Math.hypot(move.clientX - start.x, move.clientY - start.y) < thresholdPx) return
      forget()
      pointerY.current = move.clientY
      setDragged({ entry, entryIds: options.targetsOf(entry.entryId) })
    }
    const forget = () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', forget)
      window.removeEventListener('pointercancel', forget)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', forget)
    window.addEventListener('pointercancel', forget)
  }

  return {
    dragged,
    place,
    ghost,
    onPointerDown,
    /** True for the click that the browser sends right after a drop: it must not change the selection. */
    justDropped: () => hasDropped.current,
  }
}
