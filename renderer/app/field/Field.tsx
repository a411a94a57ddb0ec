import { useAtomValue } from 'jotai'
import { useEffect, useRef } from 'react'
import {
  currentTrackAtom,
  demoCollectionAtom,
  stageAtom,
  themeAtom,
  useServices,
  wantsPlayAtom,
} from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { lightOf } from '../../ui/light/index.ts'
import type { Light } from '../../ui/light/index.ts'
import { driftPose } from './drift.ts'
import styles from './field.module.css'
import { leisure } from './leisure.ts'
import { paintLight, paintTokens, readThemeFilter } from './paint.ts'
import { useDrift } from './useDrift.ts'

/**
 * The light of the room: the playing cover, enlarged and blurred once, and the three numbers from which all colours are
 * computed. Before anything plays the demo album's cover lights it.
 */
export function Field() {
  const theme = useAtomValue(themeAtom)
  const stage = useAtomValue(stageAtom)
  return (
    <div className={classes(styles.field, stage && styles.stage)} aria-hidden>
      {/* The filter belongs to the theme: with another one the picture is painted anew. */}
      <Art key={theme} theme={theme} />
    </div>
  )
}

/** Two canvases that take turns, so that one cover fades into the next. */
function Art({ theme }: { theme: 'light' | 'dark' }) {
  const { player } = useServices()
  const track = useAtomValue(currentTrackAtom)
  const demo = useAtomValue(demoCollectionAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const first = useRef<HTMLCanvasElement>(null)
  const second = useRef<HTMLCanvasElement>(null)
  const turn = useRef(0)
  const shown = useRef<Light | null>(null)
  const driftedMs = useRef(0)
  /** This theme's; there is another `Art` for the other one. */
  const filter = useRef<string | null>(null)
  const coverPath = track ? track.coverPath : (demo?.coverPath ?? null)
  const seed = track ? (track.albumTitle ?? track.title) : (demo?.title ?? '')
  const canvasOf = (place: number) => (place % 2 === 0 ? first : second).current

  useDrift(moving, (stepMs) => {
    driftedMs.current += stepMs
    const canvas = canvasOf(turn.current)
    if (canvas && shown.current) paintLight(canvas, shown.current, driftPose(driftedMs.current), filter.current ?? '')
  })

  useEffect(() => {
    let current = true
    const light = async () => {
      const found = await lightOf(coverPath, seed)
      // New colours restyle the whole window: whoever clicked hears the music before that.
      if (shown.current !== null) await leisure(player)
      if (!current) return
      filter.current ??= readThemeFilter()
      const [before, next] = turn.current % 2 === 0 ? [first.current, second.current] : [second.current, first.current]
      if (!next || !before) return
      turn.current += 1
      shown.current = found
      // Painted first: the canvas wants its styles up to date, and the new colours change those of the whole window.
      paintLight(next, found, driftPose(driftedMs.current), filter.current)
      paintTokens(found.palette, theme)
      const shownClass = styles['shown'] ?? ''
      next.classList.add(shownClass)
      before.classList.remove(shownClass)
    }
    void light()
    return () => {
      current = false
    }
  }, [coverPath, seed, theme, player])

  return (
    <>
      <canvas ref={first} className={styles.art} />
      <canvas ref={second} className={styles.art} />
    </>
  )
}
