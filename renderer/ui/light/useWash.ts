import { useEffect } from 'react'
import type { RefObject } from 'react'
import { lightOf } from './read.ts'

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
    void wash()
    return () => {
      current = false
    }
  }, [page, coverPath, seed])
}
