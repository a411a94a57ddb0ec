import { useState } from 'react'
import type { ImportRow } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { useServices } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { type Answered, answeredOf, candidatesOf, isAnswered, type Shown } from './candidates.ts'
import type { Decisions } from './useDecisions.ts'
import { type HandSearch, useHandSearch } from './useHandSearch.ts'

/** What the open row may mean, and what can be done about it. Actions answer whether there was something to do. */
export interface Candidates {
  readonly shown: readonly Shown[]
  /** The one that Enter lets be heard. */
  readonly active: number
  readonly search: HandSearch
  readonly step: (by: number) => boolean
  readonly choose: (index: number) => boolean
  readonly hear: (track?: Track) => void
  readonly refuse: () => void
  readonly leaveOut: () => boolean
}

/** Keeps what the open row may mean: what was found for it, or what a person searched for. */
export function useCandidates(row: ImportRow | null, decisions: Decisions, refresh: () => void): Candidates {
  const { t } = useTranslation()
  const { commands } = useServices()
  const search = useHandSearch(row)
  const [at, setAt] = useState({ place: -1, active: 0 })
  const [answered, setAnswered] = useState<Answered | null>(null)
  // Adjusted while rendering: another row is here, or the row as it is now.
  if (answered !== null && (row === null || !isAnswered(row, answered))) setAnswered(null)
  const place = row?.place ?? -1
  const found = search.results
  const shown: readonly Shown[] =
    found === null
      ? row === null
        ? []
        : candidatesOf(row.outcome)
      : found.map((track) => ({ track, score: null, reasons: [], isChosen: false }))
  const active = at.place === place ? Math.min(at.active, Math.max(0, shown.length - 1)) : 0

  const decide = (decision: Parameters<Decisions['decide']>[1], words: string) => {
    // Until the row is seen as it is now, a key is meant for what comes after it.
    if (row === null || isAnswered(row, answered)) return
    search.close()
    setAnswered(answeredOf(row))
    const adopt = async () => {
      const decided = await decisions.decide(row, decision, words)
      // Nothing new will be seen where nothing changed.
      if (decided === null || isAnswered(decided, answeredOf(row))) setAnswered(null)
      refresh()
    }
    void adopt()
  }
  const title = row?.title ?? ''
  return {
    shown,
    active,
    search,
    step(by) {
      if (shown.length === 0) return false
      setAt({ place, active: Math.min(shown.length - 1, Math.max(0, active + by)) })
      return true
    },
    choose(index) {
      const one = shown[index]
      if (row === null || one === undefined) return false
      decide({ kind: 'choose', trackId: one.track.id }, t('imports.saidChosen', { title: one.track.title }))
      return true
    },
    hear(track = shown[active]?.track) {
      if (track !== undefined) commands.runWith('preview-track', { track })
    },
    refuse() {
      const trackIds = shown.map(({ track }) => track.id)
      if (trackIds.length > 0) decide({ kind: 'refuse', trackIds }, t('imports.saidRefused', { title }))
    },
    leaveOut() {
      if (row === null) return false
      decide({ kind: 'leave-out' }, t('imports.saidLeftOut', { title }))
      return true
    },
  }
}
