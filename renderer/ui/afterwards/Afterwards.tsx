import { startTransition, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

export interface AfterwardsProps {
  /** `painted`: when what is made together with this has been painted; for what is out of sight then. */
  readonly at?: 'once' | 'painted'
  /** False while the page waits for more that is to be painted before this. */
  readonly isReady?: boolean
  /** What stands in its place until then, where that is in sight: the same to eye and screen reader, and quickly made. */
  readonly meanwhile?: ReactNode
  readonly children: ReactNode
}

/** Shows its children at once, or after what is in sight. Once there they stay. */
export function Afterwards({ at = 'painted', isReady = true, meanwhile = null, children }: AfterwardsProps) {
  const [isPainted, setPainted] = useState(at === 'once')
  useEffect(() => {
    if (isPainted || !isReady) return undefined
    // The frame that shows what is in sight is drawn after the first of these and over by the second.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => startTransition(() => setPainted(true)))
    })
    return () => cancelAnimationFrame(frame)
  }, [isPainted, isReady])
  return isPainted ? children : meanwhile
}
