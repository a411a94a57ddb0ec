import { useMemo } from 'react'
import type { TrackQuery } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { rowsOfList, trackSource, useList, useServices } from '../../state/index.ts'
import type { ShownList, TrackRows } from '../../state/index.ts'

const asTrack = (track: Track) => track

/** The tracks of a query: as a list, and as rows for a table and the player. */
export function useTrackList(query: TrackQuery): { readonly list: ShownList<Track>; readonly rows: TrackRows } {
  const { bridge } = useServices()
  const list = useList(trackSource(bridge, query))
  const { view, source } = list
  const rows = useMemo(() => rowsOfList({ view, source }, asTrack), [view, source])
  return { list, rows }
}
