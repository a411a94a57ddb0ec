import { ListMusic, Sparkles } from 'lucide-react'
import { useState } from 'react'
import type { CSSProperties } from 'react'
import { classes } from '../classes.ts'
import { Picture, sleeveHue } from '../cover/index.ts'
import type { Place } from '../cover/index.ts'
import styles from './collage.module.css'
import { collageOf } from './layout.ts'

export type CollageProps = CollageLook & Place

interface CollageLook {
  /** Covers of what is in it, addresses relative to the page. */
  readonly paths: readonly string[]
  /** Words that choose the sleeve's hue where there is no cover. */
  readonly seed: string
  readonly smart?: boolean
  readonly corners?: 'tight' | 'normal' | 'wide'
  readonly shadow?: boolean
  readonly className?: string | undefined
}

type CollageStyle = CSSProperties & { '--size'?: string; '--sleeve-h'?: number }

/** The face of a playlist: up to four covers of what is in it, or a plain sleeve. Decorative: its words stand beside it. */
export function Collage(props: CollageProps) {
  const { seed, smart = false, size, fills, corners = 'normal', shadow = false, className } = props
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set())
  const { layout, paths } = collageOf(props.paths.filter((path) => !broken.has(path)))
  const width = size ?? fills
  const style: CollageStyle = {}
  if (size !== undefined) style['--size'] = `${size}px`
  if (layout === 'sleeve') style['--sleeve-h'] = sleeveHue(seed)
  return (
    <span
      className={classes(
        styles.collage,
        styles[layout],
        corners === 'tight' && styles.tight,
        corners === 'wide' && styles.wide,
        shadow && styles.shadow,
        className,
      )}
      style={style}
    >
      {paths.map((path) => (
        <Picture
          key={path}
          path={path}
          placePx={layout === 'quarters' ? width / 2 : width}
          onBroken={() => setBroken((known) => new Set([...known, path]))}
        />
      ))}
      {layout === 'sleeve' && (smart ? <Sparkles aria-hidden /> : <ListMusic aria-hidden />)}
    </span>
  )
}
