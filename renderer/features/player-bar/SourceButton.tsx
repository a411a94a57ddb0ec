import { lazy, Suspense } from 'react'
import type { Track } from '../../../src/music/index.ts'
import styles from './source.module.css'

const Source = lazy(() => import('./Source.tsx').then((file) => ({ default: file.Source })))

/** What plays in its format; fetched after the start, its place kept until then. */
export function SourceButton({ track }: { track: Track }) {
  return (
    <Suspense fallback={<span className={styles.place} />}>
      <Source track={track} />
    </Suspense>
  )
}
