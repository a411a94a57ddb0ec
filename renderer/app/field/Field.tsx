import { useAtomValue } from 'jotai'
import { useEffect, useRef } from 'react'
import { currentTrackAtom, demoCollectionAtom, themeAtom, wantsPlayAtom } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { paintLight, paintTokens } from './paint.ts'
import { lightOf } from '../../ui/light/index.ts'
import styles from './field.module.css'

/**
 * The light of the room: the playing cover, enlarged and blurred once, and the three numbers from which all colours are
 * computed. Before anything plays the demo album's cover lights it.
 */
export function Field() {
  const track = useAtomValue(currentTrackAtom)
  const demo = useAtomValue(demoCollectionAtom)
  const theme = useAtomValue(themeAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const firstRef = useRef<HTMLCanvasElement>(null)
  const secondRef = useRef<HTMLCanvasElement>(null)
  const turnRef = useRef(0)
  const coverPath = track ? track.coverPath : (demo?.coverPath ?? null)
  const seed = track ? (track.albumTitle ?? track.title) : (demo?.title ?? '')

  useEffect(() => {
    let current = true
    void lightOf(coverPath, seed).then((light) => {
      const canvases = [firstRef.current, secondRef.current]
      if (!current) return
      turnRef.current += 1
      const next = canvases[turnRef.current % 2]
      const before = canvases[(turnRef.current + 1) % 2]
      if (!next || !before) return
      paintTokens(light.palette)
      paintLight(next, light)
      const shown = styles['shown'] ?? ''
      next.classList.add(shown)
      before.classList.remove(shown)
    })
    return () => {
      current = false
    }
    // The filter belongs to the theme, so the picture is painted anew with it.
  }, [coverPath, seed, theme])

  return (
    <div className={styles.field} aria-hidden>
      <div className={classes(styles.drift, moving && styles.moving)}>
        <canvas ref={firstRef} className={styles.art} />
        <canvas ref={secondRef} className={styles.art} />
      </div>
    </div>
  )
}
