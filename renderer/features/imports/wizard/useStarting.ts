import { useState } from 'react'
import type { CallInput, Failure } from '../../../../src/contract/index.ts'
import { useServices, useStillThere } from '../../../state/index.ts'

/** Beginning imports from a part of the wizard. */
export interface Starting {
  readonly isAsking: boolean
  /** Why the last ones could not be begun. */
  readonly problem: Failure | null
  readonly start: (what: readonly CallInput<'imports.start'>[]) => void
  /** Something else is asked for: the problem is none any more. */
  readonly reset: () => void
}

/** Begins imports, and closes the wizard once they are sure to happen. */
export function useStarting(options: { readonly onDone: () => void; readonly onProblem?: () => void }): Starting {
  const { commands } = useServices()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  // Closed before the answer came, the wizard tells nothing any more: then a notice does.
  const isThere = useStillThere()
  const report = (told: Failure | null) => {
    if (!isThere()) return false
    setAsking(false)
    setProblem(told)
    if (told === null) options.onDone()
    else options.onProblem?.()
    return true
  }
  return {
    isAsking,
    problem,
    start(what) {
      if (isAsking) return
      setAsking(true)
      setProblem(null)
      commands.runWith('start-imports', { what, report })
    },
    reset: () => setProblem(null),
  }
}
