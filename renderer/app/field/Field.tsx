import { useAtomValue } from 'jotai'
import { useEffect, useRef } from 'react'
import { currentTrackAtom, demoCollectionAtom, stageAtom, themeAtom, wantsPlayAtom } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { lightOf } from '../../ui/light/index.ts'
import styles from './field.module.css'
import { paintLight, paintTokens } from './paint.ts'

/**
 * The light of the room: the playing cover, enlarged and blurred once, and the three numbers from which all colours are
 * computed. Before anything plays the demo album's cover lights it.
 */
export function Field() {
  const theme = useAtomValue(themeAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const stage = useAtomValue(stageAtom)
  return (
    <div className={classes(styles.field, stage && styles.stage)} aria-hidden>
      <div className={classes(styles.drift, moving && styles.moving)}>
        {/* The filter belongs to the theme: with another one the picture is painted anew. */}
        <Art key={theme} theme={theme} />
      </div>
    </div>
  )
}

/** Two canvases that take turns, so that one cover fades into the next. */
function Art({ theme }: { theme: 'light' | 'dark' }) {
  const track = useAtomValue(currentTrackAtom)
  const demo = useAtomValue(demoCollectionAtom)
  const first = useRef<HTMLCanvasElement>(null)
  const second = useRef<HTMLCanvasElement>(null)
  const turn = useRef(0)
  const coverPath = track ? track.coverPath : (demo?.coverPath ?? null)
  const seed = track ? (track.albumTitle ?? track.title) : (demo?.title ?? '')

  useEffect(() => {
    let current = true
    const light = async () => {
      const found = await lightOf(coverPath, seed)
      if (!current) return
      turn.current += 1
      const canvases = [first.current, second.current]
      const next = canvases[turn.current % 2]
      const before = canvases[(turn.current + 1) % 2]
      if (!next || !before) return
      paintTokens(found.palette, theme)
      paintLight(next, found)
      const shown = styles['shown'] ?? ''
      next.classList.add(shown)
      before.classList.remove(shown)
    }
    void light()
    return () => {
      current = false
    }
  }, [coverPath, seed, theme])

  return (
    <>
      <canvas ref={first} className={styles.art} />
      <canvas ref={second} className={styles.art} />
    </>
  )
}
