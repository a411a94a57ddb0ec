import { randomBytes } from 'node:crypto'
import { type CallInput, type Emit, FailureError, type Handlers, failure } from '../../../src/contract/index.ts'
import type { ImportSource } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { createAnnouncer } from '../announcer.ts'
import type { Log } from '../log/index.ts'
import type { NodeFinder } from '../nodelink/finding/index.ts'
import type { PlaylistRoom } from '../playlists/index.ts'
import { createTrackLookup } from '../search/index.ts'
import { readSpotifyLink, type SpotifyClient } from '../spotify/index.ts'
import type { Store } from '../store/index.ts'
import { breath } from '../turns.ts'
import { earlierOf } from './again.ts'
import { createImportJobs, type StoredJob } from './jobs.ts'
import { createLooked } from './looked.ts'
import { matchRows } from './matching.ts'
import { createMatchMemory } from './memory.ts'
import { chosenByPerson, leftOut } from './outcome.ts'
import { createPresenter } from './present.ts'
import { readSource } from './reading.ts'
import { createImportRows, type StoredRow } from './rows.ts'
import { createImportRunner } from './runner.ts'
import { reopenRow, settleDecided } from './settling.ts'
import { removeWritten, startFile, tellFile } from './starting.ts'
import { createRemovals } from './removals.ts'
import { isMusic } from './wanted.ts'

/** Imports behind the contract. */
export interface ImportRoom {
  readonly handlers: Pick<Handlers, Extract<keyof Handlers, `imports.${string}`>>
  /** Goes on with what an earlier run of the app left. */
  resume(): void
  /** Matches go over to the tracks that their recordings are now. */
  replaced(pairs: readonly { readonly from: string; readonly to: string }[]): void
  close(): Promise<void>
}

export interface ImportRoomParts {
  readonly store: Store
  readonly playlists: Pick<PlaylistRoom, 'growing' | 'handlers'>
  readonly finder: NodeFinder
  /** More urgent, for rows that somebody looks at. */
  readonly finderOfSeen?: NodeFinder
  /** Throws `spotify-not-set-up` and the like. */
  readonly spotify: () => SpotifyClient
  /** Tracks in the order of the ids, once each. */
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
  readonly emit: Emit
  readonly log: Log
  /** Unix time in ms. */
  readonly now?: () => number
}

/** Pages hear of changes this long after the first of them; those in between come with it. */
const announceAfterMs = 200
/** Rows opened again in one go: a few ms. */
const reopenedAtOnce = 1000

/** Puts imports together. */
export function createImportRoom(parts: ImportRoomParts): ImportRoom {
  const { store, emit, log, tracksByIds, finder, finderOfSeen, spotify, now = Date.now } = parts
  const { growing } = parts.playlists
  const jobs = createImportJobs(store)
  const rows = createImportRows(store)
  const memory = createMatchMemory(store, now)
  /** Playlists that grew since pages heard of it. */
  const grown = new Set<string>()
  const announcer = createAnnouncer(async () => {
    try {
      for (const playlistId of grown) growing.grown(playlistId)
      grown.clear()
      emit('imports.changed', shownJobs())
      await breath()
    } catch (error) {
      log.warn('imports could not be announced', { error: error instanceof Error ? error : undefined })
    }
  })
  const changed = (job?: StoredJob): void => {
    if (job !== undefined && job.playlistId !== null) grown.add(job.playlistId)
    announcer.soon(announceAfterMs)
  }
  const settling = { store, jobs, rows, memory, playlists: growing }
  const newId = (): string => randomBytes(12).toString('base64url')
  const writing = { store, jobs, rows, playlists: growing, newId, now }
  const lookup = createTrackLookup(store)
  const looked = createLooked()
  const removals = createRemovals({ store, jobs, rows, playlists: parts.playlists.handlers })

  const runner = createImportRunner({
    jobs,
    log,
    onChange: () => changed(),
    work: (job, signal) =>
      job.phase === 'reading'
        ? readSource(job, { ...writing, spotify, onProgress: () => changed(job) }, signal)
        : matchRows(
            job,
            { ...settling, lookup, finder, finderOfSeen, looked, tracksByIds, onProgress: changed },
            signal,
          ),
  })
  const presenter = createPresenter({ rows, runner, tracksByIds })
  const shownJobs = () => jobs.all().map((job) => presenter.job(job))
  let beginning: Promise<unknown> = Promise.resolve()
  /** Left behind by a process that ended while it wrote or removed them. */
  const leftBehind = jobs.unready()

  function startSpotify(source: ImportSource, name: string): StoredJob {
    // Whoever has not set Spotify up hears of it now.
    spotify()
    const [earlier] = earlierOf(source, { store, jobs })
    if (earlier !== undefined) {
      // Read anew, it gets what is new.
      if (earlier.phase === 'done') jobs.setPhase(earlier.number, 'reading')
      runner.release(earlier.number)
      jobs.goOn(earlier.number)
      return jobs.get(earlier.id)
    }
    const id = newId()
    store.transaction(() => void jobs.insert({ id, name, source, phase: 'reading', isReady: true, startedAt: now() }), {
      durable: true,
    })
    return jobs.get(id)
  }

  async function start(input: CallInput<'imports.start'>, signal: AbortSignal) {
    if (input.kind === 'file') {
      const { numbers, leftOut: others, isWeak } = await startFile(input, writing, signal)
      return { started: numbers.flatMap((number) => jobs.byNumber(number) ?? []), leftOut: others, isWeak }
    }
    if (input.kind === 'spotify-liked')
      return { started: [startSpotify({ kind: 'spotify-liked' }, input.name)], leftOut: 0, isWeak: false }
    const link = readSpotifyLink(input.link)
    if (link?.kind !== 'playlist') throw new FailureError(failure('import-link-wrong'))
    const source: ImportSource = { kind: 'spotify-playlist', playlistId: link.id }
    return { started: [startSpotify(source, input.name)], leftOut: 0, isWeak: false }
  }

  /** A row that can be decided of. Throws `import-gone`, and `bad-input` for talk and for a list that is not whole yet. */
  function rowOf(job: StoredJob, place: number): StoredRow {
    const row = rows.get(job.number, place)
    if (row === undefined || !isMusic(row.kind) || job.playlistId === null) throw new FailureError(failure('bad-input'))
    return row
  }

  function decide({ id, place, decision }: CallInput<'imports.decide'>): StoredRow {
    const job = jobs.get(id)
    const row = rowOf(job, place)
    switch (decision.kind) {
      case 'choose':
        if (tracksByIds([decision.trackId]).length === 0) throw new FailureError(failure('import-track-gone'))
        settleDecided(job, row, chosenByPerson(decision.trackId), settling)
        break
      case 'leave-out':
        settleDecided(job, row, leftOut, settling)
        break
      case 'refuse':
      case 'forget':
        reopenRow(job, row, decision, settling)
        looked.wish(job.number, place)
        break
      default:
        decision satisfies never
    }
    changed(job)
    runner.wake()
    return rowOf(job, place)
  }

  /** Opens what may come to something else now. It stands still meanwhile, so that one that is interrupted can be retried. */
  async function reopen({ number, total }: StoredJob): Promise<void> {
    store.transaction(() => {
      jobs.setPhase(number, 'matching')
      jobs.stop(number, null)
    })
    for (let from = 0; from < (total ?? 0); from += reopenedAtOnce) {
      rows.reopenSome(number, from, from + reopenedAtOnce)
      await breath()
    }
    jobs.changed(number)
  }

  return {
    handlers: {
      'imports.start': async (input, { signal }) => {
        // One after the other: the second of two that are the same sees what the first began.
        const mine = beginning.then(() => start(input, signal))
        beginning = mine.catch(() => undefined)
        const { started, ...told } = await mine
        runner.wake()
        changed()
        return { jobs: started.map((job) => presenter.job(job)), ...told }
      },
      'imports.read': (input, { signal }) => tellFile(input, signal),
      'imports.list': () => shownJobs(),
      'imports.rows': ({ id, range, only }) => presenter.rows(jobs.get(id), only, range),
      'imports.decide': (input) => presenter.row(decide(input)),
      'imports.retry': async ({ id }) => {
        const job = jobs.get(id)
        if (job.phase === 'done') await reopen(job)
        runner.release(job.number)
        jobs.goOn(job.number)
        runner.wake()
        changed()
        return presenter.job(jobs.get(id))
      },
      'imports.cancel': async ({ id }) => {
        const { number, phase } = jobs.get(id)
        if (phase !== 'done') jobs.stop(number, null)
        await runner.end(number)
        changed()
        return presenter.job(jobs.get(id))
      },
      'imports.look': ({ id, places }) => {
        looked.look(jobs.get(id).number, places)
        return null
      },
      'imports.remove': async ({ id, withPlaylist }, context) => {
        const job = jobs.get(id)
        const wasStopped = job.isStopped
        jobs.stop(job.number, job.error)
        await runner.end(job.number)
        await removals.remove(job, { withPlaylist, wasStopped }, context)
        changed()
        return null
      },
      'imports.restore': async ({ id }, context) => {
        const job = await removals.restore(id, context)
        runner.wake()
        changed(job)
        return presenter.job(job)
      },
    },
    resume() {
      void removeLeftBehind()
      runner.wake()
    },
    replaced(pairs) {
      store.transaction(() => {
        rows.replace(pairs)
        memory.replace(pairs)
      })
      changed()
    },
    async close() {
      announcer.close()
      await runner.close()
    },
  }

  async function removeLeftBehind(): Promise<void> {
    try {
      for (const number of leftBehind) await removeWritten(number, writing)
    } catch (error) {
      log.warn('what was left of imports could not be removed', { error: error instanceof Error ? error : undefined })
    }
  }
}

/** Long after the start, so that nothing of the start waits for it, in ms. */
const resumeAfterMs = 3000

/** Goes on, after the start, with what an earlier run left. Answers what calls it off. */
export function scheduleImports(room: Pick<ImportRoom, 'resume'>): () => void {
  const timer = setTimeout(() => room.resume(), resumeAfterMs)
  timer.unref()
  return () => clearTimeout(timer)
}
