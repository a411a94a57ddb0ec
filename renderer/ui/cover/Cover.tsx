import { Disc3 } from 'lucide-react'
import { useState } from 'react'
import type { CSSProperties } from 'react'
import { classes } from '../classes.ts'
import styles from './cover.module.css'
import { Picture } from './Picture.tsx'
import { sleeveHue } from './sleeve.ts'

export type CoverProps = CoverLook & Place

interface CoverLook {
  /** Address relative to the page, or null for music without a picture. */
  readonly path: string | null
  /** Words that choose the sleeve's hue when there is no picture: the album's title, else the track's. */
  readonly seed: string
  readonly corners?: 'tight' | 'normal' | 'wide'
  readonly shadow?: boolean
  readonly className?: string | undefined
}

/** How wide a picture is. */
export type Place =
  | {
      /** Width in px. */
      readonly size: number
      readonly fills?: never
    }
  | {
      readonly size?: never
      /** The stylesheet says how wide; this is about what comes of it, in px: a picture of that size is loaded. */
      readonly fills: number
    }

type CoverStyle = CSSProperties & { '--size'?: string; '--sleeve-h'?: number }

/** A cover, or a plain sleeve where there is none or it cannot be loaded. Decorative: its words stand beside it. */
export function Cover({ path, seed, size, fills, corners = 'normal', shadow = false, className }: CoverProps) {
  const [brokenPath, setBrokenPath] = useState<string | null>(null)
  const shown = path !== null && path !== brokenPath ? path : null
  const style: CoverStyle = {}
  if (size !== undefined) style['--size'] = `${size}px`
  if (shown === null) style['--sleeve-h'] = sleeveHue(seed)
  return (
    <span
      className={classes(
        styles.cover,
        corners === 'tight' && styles.tight,
        corners === 'wide' && styles.wide,
        shadow && styles.shadow,
        shown === null && styles.sleeve,
        className,
      )}
      style={style}
    >
      {shown === null ? (
        <Disc3 aria-hidden />
      ) : (
        <Picture path={shown} placePx={size ?? fills} onBroken={() => setBrokenPath(shown)} />
      )}
    </span>
  )
}
