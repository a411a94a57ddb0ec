import type { CallInput, CallOutput, EventPayload } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { parseTrack, type Store } from '../store/index.ts'
import { breath } from '../turns.ts'
import { jobRows, membersWith, rowsOfTracks, type MeasuredRow, writeMeasurement, writeTrackLoudness } from './rows.ts'
import { survey, type Survey } from './survey.ts'
import { type KnownLoudness, loudnessOfMembers } from './values.ts'

/** The loudness of the library: what is still to be measured, and what was. */
export interface LoudnessStore {
  /** Tracks to measure: those of the queue first, then those added last. What is handed out is not handed out again for a while. */
  next(limit: number): Promise<CallOutput<'loudness.next'>>
  /** Stores measurements; the tracks and their albums say so from now on. */
  save(input: CallInput<'loudness.save'>): void
  status(): Promise<CallOutput<'loudness.status'>>
  /** The library is another one: what waits is found out anew, and tracks whose tags were read anew get back what was measured. */
  libraryChanged(): void
  close(): void
}

/** A track that was handed out and did not come back is handed out again after this time, in ms. */
const leaseMs = 10 * 60_000
/** Tracks of the queue that come first. */
const soonCount = 100
/** Changes of the library are gathered this long, in ms. */
const gatherMs = 5_000
/** Tracks whose values are written in one transaction. */
const appliedPerGo = 20

/** The loudness over the store. */
export function createLoudness(options: {
  readonly store: Store
  /** Tracks soon to be heard, the next one first. */
  readonly soonTrackIds: (limit: number) => readonly string[]
  readonly onChange: (change: EventPayload<'loudness.changed'>) => void
  readonly log: Log
  /** Unix time in ms. */
  readonly now?: () => number
}): LoudnessStore {
  const { store, log, now = Date.now } = options
  const closing = new AbortController()
  const leases = new Map<number, number>()
  let current: Promise<Survey> | null = null
  let gathering: NodeJS.Timeout | null = null

  function tell({ known, waiting }: Survey, tracks: readonly KnownLoudness[]): void {
    options.onChange({ measured: known, waiting: waiting.size, tracks })
  }

  /** Works out anew what these tracks and their albums say of their loudness, and writes it. */
  function apply(trackIds: readonly string[]): KnownLoudness[] {
    return store.transaction(() => {
      const changed = loudnessOfMembers(membersWith(store, trackIds))
      for (const { trackId, loudness } of changed) writeTrackLoudness(store, trackId, JSON.stringify(loudness))
      return changed
    })
  }

  async function look(): Promise<Survey> {
    const pause = async (): Promise<void> => {
      await breath()
      closing.signal.throwIfAborted()
    }
    const found = await survey(store, pause)
    const restored: KnownLoudness[] = []
    for (let from = 0; from < found.forgotten.length; from += appliedPerGo) {
      restored.push(...apply(found.forgotten.slice(from, from + appliedPerGo)))
      await pause()
    }
    tell(found, restored)
    return found
  }

  function surveyed(): Promise<Survey> {
    const looking = (current ??= look())
    looking.catch(() => {
      if (current === looking) current = null
    })
    return looking
  }

  function isFree(rowId: number): boolean {
    return (leases.get(rowId) ?? 0) <= now()
  }

  return {
    async next(limit) {
      const { waiting } = await surveyed()
      const chosen = new Set<number>()
      const soon = rowsOfTracks(store, options.soonTrackIds(soonCount)).filter((rowId) => waiting.has(rowId))
      for (const rowIds of [soon, waiting]) {
        for (const rowId of rowIds) {
          if (chosen.size >= limit) break
          if (isFree(rowId)) chosen.add(rowId)
        }
      }
      for (const rowId of chosen) leases.set(rowId, now() + leaseMs)
      return jobRows(store, [...chosen]).flatMap(({ trackJson }) => {
        const track = parseTrack(trackJson)
        return track === undefined ? [] : [{ trackId: track.id, audioPath: track.audioPath, segment: track.segment }]
      })
    },

    save({ measured, failed }) {
      const failure: MeasuredRow = { integratedLufs: null, truePeak: null, histogram: null, failed: true }
      const results: readonly (readonly [string, MeasuredRow])[] = [
        ...measured.map(({ trackId, ...values }) => [trackId, { ...values, failed: false }] as const),
        ...failed.map((trackId) => [trackId, failure] as const),
      ]
      const { same, changed } = store.transaction(() => {
        const rows = results.flatMap(([trackId, row]) => writeMeasurement(store, trackId, row, now()))
        return { same: rows, changed: apply(rows.map(({ trackId }) => trackId)) }
      })
      for (const { rowId } of same) leases.delete(rowId)
      count(
        same.map(({ rowId }) => rowId),
        changed,
      ).catch(report)
    },

    async status() {
      const { known, waiting } = await surveyed()
      return { measured: known, waiting: waiting.size }
    },

    libraryChanged() {
      gathering ??= setTimeout(() => {
        gathering = null
        current = null
        surveyed().catch(report)
      }, gatherMs).unref()
    },

    close() {
      closing.abort()
      if (gathering !== null) clearTimeout(gathering)
    },
  }

  /** These rows wait no longer. */
  async function count(rowIds: readonly number[], changed: readonly KnownLoudness[]): Promise<void> {
    const found = await surveyed()
    for (const rowId of rowIds) if (found.waiting.delete(rowId)) found.known += 1
    tell(found, changed)
  }

  function report(error: unknown): void {
    if (closing.signal.aborted) return
    log.warn('the survey of loudness failed', { error: error instanceof Error ? error : undefined })
  }
}
