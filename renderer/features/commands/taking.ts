import type { Track } from '../../../src/music/index.ts'
import { takeRanges } from '../../state/index.ts'
import type { TrackRows } from '../../state/index.ts'
import { countRows } from '../../ui/list/ranges.ts'
import type { RowRanges } from '../../ui/list/ranges.ts'
import type { CommandEnvironment } from './environment.ts'
import { showProgress } from './progress.ts'

/** Tracks that one action takes, at most: as many as a playlist holds. */
const takenAtOnce = 100_000

/** Tracks of rows of a list for an action, with a notice while that goes on. Null when the person ended it. */
export async function takeRows(
  environment: Pick<CommandEnvironment, 'notices' | 't'>,
  rows: TrackRows,
  ranges: RowRanges,
  limit = takenAtOnce,
): Promise<readonly Track[] | null> {
  const control = new AbortController()
  const wanted = Math.min(limit, countRows(ranges))
  const progress = showProgress(environment, environment.t('tracks.taking', { count: wanted }), control)
  try {
    const tracks = await takeRanges(rows, ranges, limit, (taken) => {
      progress.at(taken / wanted)
      return !control.signal.aborted
    })
    return control.signal.aborted ? null : tracks
  } finally {
    progress.done()
  }
}

/** Says that an action did not take all of a selection; nothing where it did. */
export function cutWords({ t }: Pick<CommandEnvironment, 't'>, taken: number, ranges: RowRanges): string | undefined {
  const total = countRows(ranges)
  return taken < total ? t('tracks.cut', { taken, count: total }) : undefined
}
