import { useSetAtom } from 'jotai'
import { useRef, useState } from 'react'
import type { ImportRow } from '../../../src/imports/index.ts'
import { spokenAtom, useServices } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { type Decision, decisionBefore } from './candidates.ts'

/** What a person decided last. */
export interface LastDecision {
  readonly words: string
}

export interface Decisions {
  /** Null where nothing was decided, or all of it was taken back. */
  readonly last: LastDecision | null
  /** Says what a row means; resolves with what it came to when that is sure, with null where it could not be written. `words` tell it. */
  readonly decide: (row: ImportRow, decision: Decision, words: string) => Promise<ImportRow | null>
  /** Takes the last decision back, then the one before. */
  readonly undo: () => void
}

interface Done extends LastDecision {
  readonly place: number
  readonly back: Decision
  readonly title: string
}

/** Decisions about the rows of an import, each of which can be taken back while the page is open. */
export function useDecisions(id: string): Decisions {
  const { t } = useTranslation()
  const { bridge, commands } = useServices()
  const speak = useSetAtom(spokenAtom)
  const [done, setDone] = useState<readonly Done[]>([])
  /** One after the other: an undo must not overtake what it takes back. */
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const send = (place: number, decision: Decision, words: string) => {
    const asked = line.current.then(() => bridge.call('imports.decide', { id, place, decision }))
    line.current = asked
    return asked.then((reply) => {
      if (reply.ok) speak(words)
      else commands.runWith('show-failure', { failure: reply.error })
      return reply.ok ? reply.value : null
    })
  }

  const decide = async (row: ImportRow, decision: Decision, words: string) => {
    commands.runWith('end-preview', null)
    const made = { place: row.place, back: decisionBefore(row.outcome, decision), title: row.title, words }
    // At once: an undo that is asked for before the answer came means this one.
    setDone((before) => [...before, made])
    const decided = await send(row.place, decision, t('imports.saidUndo', { words }))
    if (decided === null) setDone((before) => before.filter((one) => one !== made))
    return decided
  }
  const undo = () => {
    const last = done.at(-1)
    if (last === undefined) return
    setDone(done.slice(0, -1))
    void send(last.place, last.back, t('imports.takenBack', { title: last.title }))
  }
  return { last: done.at(-1) ?? null, decide, undo }
}
