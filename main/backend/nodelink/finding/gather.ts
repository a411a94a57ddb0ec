import type { Track } from '../../../../src/music/index.ts'
import { createMerge } from './merge.ts'

/** After the first source has answered, the others have so long to be shown in turn with it, in ms; later ones come below. */
export const togetherMs = 600

/**
 * What several sources find, as one list that only ever grows at its end. `tell` hears it while there is more to come. One
 * that fails costs its own results; when all do, it rejects with what the first said.
 */
export async function gather(
  found: readonly Promise<readonly Track[]>[],
  options: {
    readonly tell: (tracks: readonly Track[]) => void
    readonly after: (delayMs: number, callback: () => void) => () => void
  },
): Promise<readonly Track[]> {
  const merge = createMerge()
  const arrived = new Map<number, readonly Track[]>()
  const failures: unknown[] = []
  let shown: readonly Track[] = []
  let isTold = false
  const timer: { cancel?: () => void } = {}

  const take = (): void => {
    const inOrder = [...arrived].toSorted(([one], [other]) => one - other).map(([, tracks]) => tracks)
    arrived.clear()
    shown = [...shown, ...merge(inOrder)]
  }
  const tell = (): void => {
    isTold = true
    take()
    options.tell(shown)
  }
  await Promise.all(
    found.map(async (answer, at) => {
      try {
        arrived.set(at, await answer)
      } catch (error) {
        failures.push(error)
        return
      }
      if (isTold) tell()
      else timer.cancel ??= options.after(togetherMs, tell)
    }),
  )
  timer.cancel?.()
  take()
  if (failures.length > 0 && failures.length === found.length) throw failures[0]
  return shown
}
