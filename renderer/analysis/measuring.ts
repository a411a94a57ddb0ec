import type { Bridge, CallOutput } from '../../src/contract/index.ts'
import type { Failure, FailureCode } from '../../src/failure/index.ts'
import type { Clock, ConnectionSource, OwnedPlayer, SettingsSource } from '../player/controller/parts.ts'
import type { MeasureCommand, MeasureReport } from './protocol.ts'
import { shareOf } from './share.ts'

/** How often measuring looks whether it may go on, in ms. */
const lookMs = 1_000
/** After this time it asks again whether something waits, in ms, where nothing did. */
const askAgainMs = 60_000
/** Tracks asked for at once. */
const jobsAtOnce = 4

/** Failures that stay until the file changes; after others the track is offered again some day. */
const lasting: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'file-damaged',
  'file-empty',
  'file-not-audio',
  'file-protected',
  'file-unsupported',
])

type Job = CallOutput<'loudness.next'>[number]

/** A worker as measuring needs it. */
export interface MeasureWorker {
  tell(command: MeasureCommand): void
  /** Ends it, whatever it does. */
  stop(): void
}

/**
 *   off ◀── setting off, connection lost ── any
 *   off ── may work ──▶ asking ── tracks ──▶ measuring ── the last one done ──▶ asking
 *                         └──── none ──▶ resting ── a minute later ──▶ off
 */
type State =
  | { readonly kind: 'off' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'resting'; readonly untilMs: number }
  | { readonly kind: 'measuring'; readonly jobId: number; readonly job: Job; readonly rest: readonly Job[] }

/** What measuring is put together from. */
export interface MeasuringParts {
  readonly bridge: Bridge
  readonly player: Pick<OwnedPlayer, 'view' | 'subscribe' | 'position' | 'onJump'>
  readonly settings: SettingsSource
  readonly connection: ConnectionSource
  readonly clock: Clock
  readonly mediaUrl: (path: string) => string
  /** Starts a worker; `onCrash` when it dies by itself. */
  readonly startWorker: (onReport: (report: MeasureReport) => void, onCrash: () => void) => MeasureWorker
}

/**
 * Measures the loudness of the library's tracks while nothing better is to be done: one at a time, at a low share of one core,
 * standing still whenever something is loading. A page that goes away loses the track under way and nothing else. Answers
 * what ends it.
 */
export function createMeasuring(parts: MeasuringParts): () => void {
  const { bridge, player, settings, connection, clock } = parts
  const startedMs = clock.now()
  let state: State = { kind: 'off' }
  let worker: MeasureWorker | null = null
  let share = 0
  let jobs = 0
  let disturbedMs = Number.NEGATIVE_INFINITY
  let surroundings = entriesNow()

  /** The entries that may be loading. */
  function entriesNow(): string {
    const { current, queued, rest } = player.view.queue
    return `${current?.entryId} ${(queued[0] ?? rest[0])?.entryId}`
  }

  function isAllowed(): boolean {
    return settings.get().measureLoudness && connection.isConnected()
  }

  function shareNow(): number {
    const { status, wantsPlay } = player.view
    const position = player.position()
    return shareOf({ nowMs: clock.now(), startedMs, disturbedMs, status: status.kind, wantsPlay, position })
  }

  function setShare(wanted: number): void {
    if (wanted === share) return
    share = wanted
    worker?.tell({ kind: 'share', share })
  }

  function stop(): void {
    worker?.stop()
    worker = null
    share = 0
    state = { kind: 'off' }
  }

  function disturbed(): void {
    disturbedMs = clock.now()
    setShare(0)
  }

  function look(): void {
    if (!isAllowed()) {
      if (state.kind !== 'off') stop()
      return
    }
    const wanted = shareNow()
    setShare(wanted)
    if (state.kind === 'resting' && clock.now() >= state.untilMs) state = { kind: 'off' }
    if (state.kind === 'off' && wanted > 0) void ask()
  }

  async function ask(): Promise<void> {
    const asking: State = { kind: 'asking' }
    state = asking
    const reply = await bridge.call('loudness.next', { limit: jobsAtOnce })
    if (state !== asking) return
    const [job, ...rest] = reply.ok ? reply.value : []
    if (job === undefined) {
      stop()
      state = { kind: 'resting', untilMs: clock.now() + askAgainMs }
    } else begin(job, rest)
  }

  function begin(job: Job, rest: readonly Job[]): void {
    jobs += 1
    state = { kind: 'measuring', jobId: jobs, job, rest }
    if (worker === null) {
      worker = parts.startWorker(onReport, onCrash)
      worker.tell({ kind: 'share', share })
    }
    const origin = { url: parts.mediaUrl(job.audioPath), segment: job.segment }
    worker.tell({ kind: 'measure', jobId: jobs, origin })
  }

  /** Without the track that it died of, the next ones may be measured all the same. */
  function onCrash(): void {
    worker?.stop()
    worker = null
    goOn()
  }

  /** The track under way is done with, one way or another. */
  function goOn(): void {
    if (state.kind !== 'measuring') return
    const [job, ...rest] = state.rest
    if (job === undefined) state = { kind: 'off' }
    else begin(job, rest)
  }

  function onReport(report: MeasureReport): void {
    if (state.kind !== 'measuring' || report.jobId !== state.jobId) return
    const { trackId } = state.job
    if (report.kind === 'measured') save({ measured: [{ trackId, ...report.measurement }], failed: [] })
    else if (isLasting(report.error)) save({ measured: [], failed: [trackId] })
    goOn()
  }

  function save(input: Parameters<typeof bridge.call<'loudness.save'>>[1]): void {
    // What cannot be stored is offered and measured again some day.
    void bridge.call('loudness.save', input)
  }

  const cancelLooking = clock.every(lookMs, look)
  const unsubscribes = [
    player.onJump(disturbed),
    player.subscribe(() => {
      const entries = entriesNow()
      if (entries !== surroundings) disturbed()
      surroundings = entries
    }),
    settings.subscribe(look),
    connection.subscribe(look),
  ]
  return () => {
    cancelLooking()
    for (const unsubscribe of unsubscribes) unsubscribe()
    stop()
  }
}

function isLasting(error: Failure): boolean {
  return lasting.has(error.code)
}
