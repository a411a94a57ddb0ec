import { useEffect, useRef } from 'react'

/** Whether a component is still on screen, for answers that come later: closed meanwhile, it tells nothing any more. */
export function useStillThere(): () => boolean {
  const isThere = useRef(false)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  return () => isThere.current
}
