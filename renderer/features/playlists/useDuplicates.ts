import { useEffect, useMemo, useState } from 'react'
import { useServices } from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'

type Pair = { readonly entryId: string; readonly firstEntryId: string }

export interface Duplicates {
  /** Rows that repeat an earlier one, in no order. */
  readonly repeats: readonly string[]
  readonly marked: ReadonlySet<string>
  /** Those and the rows that they repeat. */
  readonly involved: ReadonlySet<string>
}

const none: Duplicates = { repeats: [], marked: new Set(), involved: new Set() }

/** Looking for duplicates waits until rows have settled for this long, in ms. */
const settleMs = 250

/** Rows of a playlist that are in it more than once. Asked for anew whenever its rows are others. */
export function useDuplicates(id: string, entries: readonly PlaylistEntry[]): Duplicates {
  const { bridge } = useServices()
  const [pairs, setPairs] = useState<readonly Pair[]>([])

  useEffect(() => {
    if (entries.length === 0) return undefined
    const control = new AbortController()
    const look = async () => {
      const reply = await bridge.call('playlists.duplicates', { id }, { signal: control.signal })
      if (reply.ok && !control.signal.aborted) setPairs(reply.value)
    }
    const timer = setTimeout(() => void look(), settleMs)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [bridge, id, entries])

  return useMemo(() => {
    if (pairs.length === 0) return none
    // A row that was just removed is no duplicate any more, whatever the answer before said.
    const there = new Set(entries.map((entry) => entry.entryId))
    const found = pairs.filter((pair) => there.has(pair.entryId) && there.has(pair.firstEntryId))
    return {
      repeats: found.map((pair) => pair.entryId),
      marked: new Set(found.map((pair) => pair.entryId)),
      involved: new Set(found.flatMap((pair) => [pair.entryId, pair.firstEntryId])),
    }
  }, [pairs, entries])
}
