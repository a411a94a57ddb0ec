import { useEffect, useState } from 'react'
import type { Failure } from '../../../src/contract/index.ts'
import type { ImportRow } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { useServices } from '../../state/index.ts'

/** A search by hand for what one row means. */
export interface HandSearch {
  readonly isOpen: boolean
  /** Words as they stand in the field. */
  readonly text: string
  readonly isAsking: boolean
  /** Null before anything was searched for. */
  readonly results: readonly Track[] | null
  readonly error: Failure | null
  readonly open: () => void
  readonly close: () => void
  readonly type: (text: string) => void
  readonly run: () => void
}

/** Results that are offered: more than fit side by side. */
const mostResults = 9

interface Search {
  readonly place: number
  readonly isOpen: boolean
  readonly text: string
  readonly searchId: string | null
  /** Sources that were asked; null while that is not known. */
  readonly asked: number | null
  /** Sources that have said all they know. */
  readonly ended: number
  /** Of each source, in the order in which they answered first. */
  readonly found: ReadonlyMap<string, readonly Track[]>
  readonly error: Failure | null
}

let begun = 0

/** The words that a row is looked for by, for a person to change. */
export function wordsOf({ title, artists }: Pick<ImportRow, 'title' | 'artists'>): string {
  return [artists[0], title].filter((word) => word !== undefined && word !== '').join(' ')
}

/** Searches over every source for the row that is open. Another row begins anew; one without anything to choose begins open. */
export function useHandSearch(row: ImportRow | null): HandSearch {
  const { bridge } = useServices()
  const [search, setSearch] = useState<Search>(() => fresh(row))
  const place = row?.place ?? -1
  const current = search.place === place ? search : fresh(row)
  const { searchId } = current
  const set = (change: Partial<Search>) => setSearch({ ...current, ...change })

  useEffect(() => {
    if (searchId === null) return undefined
    return bridge.on('search.results', (answer) => {
      if (answer.searchId !== searchId) return
      setSearch((now) => {
        if (now.searchId !== searchId) return now
        const { outcome, source, more } = answer
        const ended = more ? now.ended : now.ended + 1
        if (!outcome.ok) return { ...now, ended, error: outcome.error }
        return { ...now, ended, found: new Map([...now.found, [source, outcome.value.tracks]]) }
      })
    })
  }, [bridge, searchId])

  const run = async () => {
    const text = current.text.trim()
    if (text === '') return
    begun += 1
    const id = `by-hand-${begun}`
    setSearch({ ...current, isOpen: true, searchId: id, asked: null, ended: 0, found: new Map(), error: null })
    const reply = await bridge.call('search.start', { searchId: id, text, limit: mostResults })
    setSearch((now) => {
      if (now.searchId !== id) return now
      return reply.ok ? { ...now, asked: reply.value.sources.length } : { ...now, asked: 0, error: reply.error }
    })
  }

  const tracks = [...current.found.values()].flat()
  const isAsking = searchId !== null && (current.asked === null || current.ended < current.asked)
  const results = searchId === null || (isAsking && tracks.length === 0) ? null : tracks.slice(0, mostResults)
  return {
    isOpen: current.isOpen,
    text: current.text,
    isAsking,
    results,
    error: tracks.length === 0 ? current.error : null,
    open: () => set({ isOpen: true }),
    close: () => setSearch({ ...fresh(row), isOpen: false }),
    type: (text) => set({ text }),
    run: () => void run(),
  }
}

function fresh(row: ImportRow | null): Search {
  return {
    place: row?.place ?? -1,
    isOpen: row?.outcome.kind === 'none',
    text: row === null ? '' : wordsOf(row),
    searchId: null,
    asked: null,
    ended: 0,
    found: new Map(),
    error: null,
  }
}
