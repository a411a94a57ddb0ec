import { startTransition, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

export interface AfterwardsProps {
  /** `painted`: when what is made together with this has been painted; for what is out of sight then. */
  readonly at?: 'once' | 'painted'
  readonly children: ReactNode
}

/** Shows its children at once, or after what is in sight. Once there they stay. */
export function Afterwards({ at = 'painted', children }: AfterwardsProps) {
  const [isPainted] = useAfterPaint(at === 'once', true)
  return isPainted ? children : null
}

/**
 * Whether what was made together with this is painted, and how to go on before that. `isReady`: false while the page waits for
 * more that is to be painted first.
 */
export function useAfterPaint(isAtOnce: boolean, isReady: boolean): readonly [isPainted: boolean, hurry: () => void] {
  const [isPainted, setPainted] = useState(isAtOnce)
  useEffect(() => {
    if (isPainted || !isReady) return undefined
    // The frame that shows what is in sight is drawn after the first of these and over by the second.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => startTransition(() => setPainted(true)))
    })
    return () => cancelAnimationFrame(frame)
  }, [isPainted, isReady])
  return [isPainted, () => setPainted(true)]
}
