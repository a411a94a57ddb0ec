import { tipAt } from './Tip.tsx'
import type { ShownTip } from './Tip.tsx'

/** The pointer rests this long on something before its tip comes, in ms. */
const restMs = 600
/** So soon after a tip was shown its neighbours show theirs at once, in ms. */
const neighbourMs = 400
/** Time for the pointer to cross the gap to the tip itself, which one may want to read at leisure, in ms. */
const crossingMs = 150

interface Watched {
  /** Whether an element is part of the tip that is shown. */
  readonly isTip: (target: EventTarget | null) => boolean
  /** Null: none is to be seen. */
  readonly show: (tip: ShownTip | null) => void
}

/** Watches pointer and focus, and tells which tip is to be seen. Answers how to stop. */
export function watchTips(page: Document, { isTip, show }: Watched): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown: ShownTip | null = null
  let shownUntilMs = Number.NEGATIVE_INFINITY
  /** What the pointer is on, until it is on something else: a press does not bring its tip back. */
  let over: Element | null = null

  const give = (tip: ShownTip | null) => {
    clearTimeout(timer)
    if (tip?.anchor === shown?.anchor) return
    if (shown !== null) shownUntilMs = performance.now()
    shown = tip?.anchor.isConnected ? tip : null
    show(shown)
  }
  const onOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === 'touch') return
    if (shown !== null && isTip(target)) {
      clearTimeout(timer)
      return
    }
    const tip = tipAt(target)
    if (tip !== null && tip.anchor === over && shown?.anchor !== over) return
    over = tip?.anchor ?? null
    clearTimeout(timer)
    if (tip === null) timer = setTimeout(() => give(null), shown === null ? 0 : crossingMs)
    else if (shown !== null || performance.now() - shownUntilMs < neighbourMs) give(tip)
    else timer = setTimeout(() => give(tip), restMs)
  }
  const onLeave = () => {
    over = null
    give(null)
  }
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.matches(':focus-visible')) give(tipAt(target))
  }
  const hide = () => give(null)
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && give(null)

  const stop = new AbortController()
  const listen = { capture: true, passive: true, signal: stop.signal }
  page.addEventListener('pointerover', onOver, listen)
  page.documentElement.addEventListener('pointerleave', onLeave, { signal: stop.signal })
  page.addEventListener('focusin', onFocus, listen)
  for (const type of ['focusout', 'pointerdown', 'click'] as const) page.addEventListener(type, hide, listen)
  page.addEventListener('keydown', onKey, listen)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
