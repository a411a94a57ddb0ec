import { useSetAtom, useStore } from 'jotai'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { useServices } from '../../state/index.ts'
import { dropIndexAt, edgeScroll } from './place.ts'
import { carryingAtom, dropNameAtom, dropTargetOf } from './target.ts'
import type { DropTarget } from './target.ts'

/** What is being carried. */
export interface Carried {
  readonly count: number
  /** All of it, also rows that are not here yet. */
  readonly take: () => Promise<readonly Track[]>
  /** The one under the pointer. */
  readonly lead: Track
}

export interface CarryOptions {
  readonly list: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  /** What a press on this row picks up; null for rows that stay where they are. */
  readonly carriedOf: (rowId: string) => Carried | null
  /** How rows find a new place in the list itself; null where it has no order of its own. */
  readonly reorder: {
    readonly count: number
    readonly rowHeight: number
    /** Before which row what is carried was let go. */
    readonly onDrop: (index: number) => void
  } | null
}

/** A press becomes a drag after this many px, so that a shaky click stays a click. */
const thresholdPx = 5
/** The click that a browser sends after a drop comes within this time. */
const clickAfterDropMs = 60

/**
 * Carrying rows with the pointer: to another place in their list, or to a playlist in the rail. What is carried follows
 * the pointer through the DOM alone; React hears only when the place where it would land changes.
 */
export function useCarry(options: CarryOptions) {
  const { commands } = useServices()
  const store = useStore()
  const setCarrying = useSetAtom(carryingAtom)
  const setDropName = useSetAtom(dropNameAtom)
  const [carried, setCarried] = useState<Carried | null>(null)
  const [index, setIndex] = useState<number | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const pointer = useRef({ x: 0, y: 0 })
  const droppedAt = useRef(0)

  const follow = useEffectEvent(() => {
    const { x, y } = pointer.current
    ghost.current?.style.setProperty('transform', `translate(${x + 12}px, ${y + 8}px)`)
    const under = document.elementFromPoint(x, y)
    const name = under?.closest('[data-drop]')?.getAttribute('data-drop') ?? null
    setDropName(name)
    const list = options.list.current
    const isOver = name === null && under !== null && (options.scroller.current?.contains(under) ?? false)
    const { reorder } = options
    if (!reorder || !list || !isOver) setIndex(null)
    else setIndex(dropIndexAt(reorder.count, reorder.rowHeight, y - list.getBoundingClientRect().top))
  })
  const scrollAtEdges = useEffectEvent(() => {
    const scroller = options.scroller.current
    const { x, y } = pointer.current
    const box = scroller?.getBoundingClientRect()
    if (!scroller || !box || !options.reorder || x < box.left || x > box.right) return
    const by = edgeScroll(box.top, box.bottom, y)
    if (by === 0) return
    scroller.scrollBy(0, by)
    follow()
  })
  const give = async (target: DropTarget, { take }: Carried) => {
    const tracks = await take()
    switch (target.kind) {
      case 'playlist':
        return commands.runWith('add-to-playlist', { id: target.id, tracks })
      case 'liked':
        return commands.runWith('like-tracks', { tracks, liked: true })
      case 'new-playlist':
        return commands.runWith('create-playlist', { tracks })
      default:
        return target satisfies never
    }
  }
  const drop = useEffectEvent((what: Carried) => {
    droppedAt.current = performance.now()
    const target = dropTargetOf(store.get(dropNameAtom))
    if (target) void give(target, what)
    else if (index !== null) options.reorder?.onDrop(index)
  })

  useLayoutEffect(() => {
    if (carried) follow()
  }, [carried])

  useEffect(() => {
    if (!carried) return undefined
    let frame = requestAnimationFrame(function tick() {
      scrollAtEdges()
      frame = requestAnimationFrame(tick)
    })
    setCarrying(true)
    const stop = () => setCarried(null)
    const onMove = (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY }
      follow()
    }
    const onUp = () => {
      drop(carried)
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
      setCarrying(false)
      setDropName(null)
      setIndex(null)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [carried, setCarrying, setDropName])

  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const target = event.target instanceof Element ? event.target : null
    if (!target || target.closest('button')) return
    const rowId = target.closest('[data-row]')?.getAttribute('data-row')
    if (rowId === null || rowId === undefined) return
    const start = { x: event.clientX, y: event.clientY }
    const onMove = (move: PointerEvent) => {
      if (Math.hypot(move.clientX - start.x, move.clientY - start.y) < thresholdPx) return
      forget()
      pointer.current = { x: move.clientX, y: move.clientY }
      setCarried(options.carriedOf(rowId))
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
    carried,
    /** Where rows would land in the list: before this row. Null while they would not. */
    index,
    ghost,
    onPointerDown,
    /** True for the click that the browser sends right after a drop: it must not change the selection. */
    justDropped: () => performance.now() - droppedAt.current < clickAfterDropMs,
  }
}
