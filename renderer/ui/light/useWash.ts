import { useEffect } from 'react'
import type { RefObject } from 'react'
import { lightOf } from './read.ts'

/** A page that has much to do is washed after this long all the same, in ms. */
const longestWaitMs = 300

/** Washes the head of a page in its own cover's colours, not in those of what plays. */
export function useWash(page: RefObject<HTMLElement | null>, coverPath: string | null, seed: string): void {
  useEffect(() => {
    let current = true
    const wash = async () => {
      const { palette } = await lightOf(coverPath, seed)
      if (!current) return
      page.current?.style.setProperty('--head-h', palette.hue.toFixed(1))
      page.current?.style.setProperty('--head-c', palette.chroma.toFixed(3))
    }
    // The page comes first: reading a cover's colours takes as long as drawing a part of it.
    const waiting = requestIdleCallback(() => void wash(), { timeout: longestWaitMs })
    return () => {
      current = false
      cancelIdleCallback(waiting)
    }
  }, [page, coverPath, seed])
}
