import { useAtomValue } from 'jotai'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { HeardPosition } from '../../player/engine/types.ts'
import { currentEntryAtom, useServices } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { clockTime } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { fractionAt, largeStepMs, nextChangeMs } from './seekMath.ts'
import styles from './seek.module.css'
import { usePosition } from './usePosition.ts'

/**
 * Where in the track we are: times, what is buffered, and a line to seek with. Written to the DOM directly, never through
 * React. The pointer works on the line; keyboard and screen readers work on a range input that lies over it unseen.
 */
export function Seek({ className }: { className?: string | undefined }) {
  const { t, i18n } = useTranslation()
  const { commands, player } = useServices()
  const hasTrack = useAtomValue(currentEntryAtom) !== null
  const line = useRef<HTMLDivElement>(null)
  const fill = useRef<HTMLDivElement>(null)
  const knob = useRef<HTMLDivElement>(null)
  const buffer = useRef<HTMLDivElement>(null)
  const hover = useRef<HTMLSpanElement>(null)
  const elapsed = useRef<HTMLTimeElement>(null)
  const total = useRef<HTMLTimeElement>(null)
  const input = useRef<HTMLInputElement>(null)
  /** Place under the finger while the line is dragged, in ms. */
  const dragMs = useRef<number | null>(null)
  /** Width of the line in px. Asking the line itself, at each change, would make the browser lay out the page on the spot. */
  const widthPx = useRef(0)
  const clock = (ms: number) => clockTime(ms, i18n.language)

  useEffect(() => {
    if (!line.current) return undefined
    const observer = new ResizeObserver(([entry]) => {
      widthPx.current = entry?.contentRect.width ?? 0
    })
    observer.observe(line.current)
    return () => observer.disconnect()
  }, [])

  const show = ({ positionMs, durationMs, bufferedFromMs, bufferedToMs }: HeardPosition) => {
    const length = durationMs ?? 0
    const place = dragMs.current ?? Math.min(positionMs, durationMs ?? positionMs)
    const percent = length > 0 ? `${((place / length) * 100).toFixed(2)}%` : '0%'
    setStyle(fill.current, 'width', percent)
    setStyle(knob.current, 'left', percent)
    if (length > 0) {
      setStyle(buffer.current, 'left', `${Math.round((bufferedFromMs / length) * 100)}%`)
      setStyle(buffer.current, 'right', `${Math.round(100 - Math.min(1, bufferedToMs / length) * 100)}%`)
    } else setStyle(buffer.current, 'right', '100%')
    setText(elapsed.current, hasTrack ? clock(place) : '')
    setText(total.current, durationMs === null ? '' : clock(durationMs))
    if (input.current) {
      setAttribute(input.current, 'max', String(Math.max(1, Math.round(length / 1000))))
      const seconds = String(Math.floor(place / 1000))
      if (input.current.value !== seconds) input.current.value = seconds
      const words = t('player.seekValue', { position: clock(place), duration: clock(length) })
      setAttribute(input.current, 'aria-valuetext', words)
    }
    return nextChangeMs(place, length, widthPx.current)
  }
  usePosition(show)

  const placeAt = (event: PointerEvent): number | null => {
    const { durationMs } = player.position()
    if (durationMs === null || !line.current) return null
    return fractionAt(event.clientX, line.current.getBoundingClientRect()) * durationMs
  }
  const showHover = (event: PointerEvent) => {
    const place = placeAt(event)
    if (place === null || !hover.current || !line.current) return
    const { left, width } = line.current.getBoundingClientRect()
    setText(hover.current, clock(place))
    const x = Math.min(width, Math.max(0, event.clientX - left))
    hover.current.style.transform = `translateX(calc(${x}px - 50%))`
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    const place = placeAt(event)
    if (place === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    line.current?.setAttribute('data-dragging', '')
    dragMs.current = place
    show(player.position())
  }
  const onPointerMove = (event: PointerEvent) => {
    showHover(event)
    if (dragMs.current === null) return
    dragMs.current = placeAt(event) ?? dragMs.current
    show(player.position())
  }
  const finish = (seek: boolean) => {
    const place = dragMs.current
    dragMs.current = null
    line.current?.removeAttribute('data-dragging')
    if (place !== null && seek) commands.runWith('seek-to', { positionMs: place })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { positionMs, durationMs } = player.position()
    const step = largeStepMs(durationMs)
    const handled = () => {
      switch (event.key) {
        case 'ArrowRight':
        case 'ArrowUp':
          commands.run('seek-forward')
          return true
        case 'ArrowLeft':
        case 'ArrowDown':
          commands.run('seek-backward')
          return true
        case 'PageUp':
          commands.runWith('seek-to', { positionMs: Math.min(durationMs ?? positionMs, positionMs + step) })
          return true
        case 'PageDown':
          commands.runWith('seek-to', { positionMs: Math.max(0, positionMs - step) })
          return true
        case 'Home':
          commands.runWith('seek-to', { positionMs: 0 })
          return true
        case 'Escape':
          if (dragMs.current === null) return false
          finish(false)
          return true
        default:
          return false
      }
    }
    if (!event.altKey && !event.ctrlKey && !event.metaKey && handled()) event.preventDefault()
  }

  return (
    <div className={classes(styles.seek, className)}>
      <time ref={elapsed} />
      <div
        ref={line}
        className={styles.line}
        aria-disabled={!hasTrack}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerEnter={showHover}
        onPointerUp={() => finish(true)}
        onPointerCancel={() => finish(false)}
      >
        <div className={styles.track} />
        <div ref={buffer} className={styles.buffer} />
        <div ref={fill} className={styles.fill} />
        <div ref={knob} className={styles.knob} />
        <span ref={hover} className={styles.hover} />
        <input
          ref={input}
          type="range"
          className={styles.input}
          min={0}
          step={1}
          defaultValue={0}
          disabled={!hasTrack}
          aria-label={t('player.seek')}
          onInput={(event) => commands.runWith('seek-to', { positionMs: Number(event.currentTarget.value) * 1000 })}
          onKeyDown={onKeyDown}
        />
      </div>
      <time ref={total} />
    </div>
  )
}

// Each writes only what changed: an unchanged frame touches nothing and costs no layout.

function setStyle(element: HTMLElement | null, name: 'width' | 'left' | 'right', value: string) {
  if (element && element.style[name] !== value) element.style[name] = value
}

function setText(element: HTMLElement | null, value: string) {
  if (element && element.textContent !== value) element.textContent = value
}

function setAttribute(element: HTMLElement | null, name: string, value: string) {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value)
}
