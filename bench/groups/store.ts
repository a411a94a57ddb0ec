import { monitorEventLoopDelay } from 'node:perf_hooks'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createBackend, silentLog } from '../../main/backend/index.ts'
import { createTrackRepository, openStore } from '../../main/backend/store/index.ts'
import { testTracks } from '../../renderer/player/controller/testing/index.ts'
import type { CallName, PlaybackPlace, QueueEntryRecord, QueueRecord } from '../../src/contract/index.ts'
import { sessionTracksLimit } from '../../src/library/index.ts'
import { root } from '../../e2e/harness/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, beside, largest, limited, median, p95, type Figure } from '../report/index.ts'

const entryCount = 10_000
const repeats = 40
/** From this on the store itself calls a statement slow. */
const longestBlockMs = 40

/** Calls that write, through the backend's dispatch with all its checks, beside the barest way to put the same on the disk. */
export const store: Group = { name: 'store', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const folder = path.join(bench.folder, 'data')
  prepareTracks(folder)
  const backend = await createBackend({
    dataFolder: folder,
    resourcesFolder: path.join(root, 'resources'),
    host: 'browser',
    platform: 'linux',
    version: '0',
    log: silentLog,
    openLink: () => undefined,
  })
  const raw = new Database(path.join(bench.folder, 'raw.db'))
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = NORMAL')
  raw.exec('CREATE TABLE pair (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
  raw.exec('CREATE TABLE play (id TEXT PRIMARY KEY, track TEXT, at INTEGER, heard INTEGER, how TEXT)')
  const put = raw.prepare('INSERT OR REPLACE INTO pair VALUES (?, ?)')
  const putPlay = raw.prepare('INSERT OR REPLACE INTO play VALUES (?, ?, ?, ?, ?)')
  const readAll = raw.prepare('SELECT value FROM pair WHERE key = ?')

  const call = async (name: CallName, input: unknown): Promise<void> => {
    const reply = await backend.dispatch(name, input, { clientId: 'bench', signal: new AbortController().signal })
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  }
  /** As a page does at its start: the session, then the tracks that it names, some at a time. */
  const loadSession = async (): Promise<void> => {
    const context = { clientId: 'bench', signal: new AbortController().signal }
    const session = await backend.handlers['session.load'](null, context)
    for (let from = 0; from < session.rest.length; from += sessionTracksLimit)
      await call('session.tracks', { trackIds: session.rest.slice(from, from + sessionTracksLimit) })
  }
  const entries = Array.from({ length: entryCount }, (_, index) => entry(index))
  const works: readonly Work[] = [
    {
      id: 'settings',
      what: 'change a setting (kept over a power cut)',
      own: (round) => call('settings.update', { crossfadeMs: (round % 12) * 1000 }),
      peer: 'one row, synchronous = FULL',
      raw(round) {
        raw.pragma('synchronous = FULL')
        put.run('crossfadeMs', String(round))
        raw.pragma('synchronous = NORMAL')
      },
    },
    {
      id: 'queue.new',
      what: 'save a new queue of 10,000',
      own: (round) =>
        call(
          'session.saveQueue',
          queueAt(
            entries.map((each) => ({ ...each, entryId: `${round}-${each.entryId}` })),
            0,
          ),
        ),
      peer: 'the queue as JSON in one row',
      raw: (round) =>
        put.run(
          'queue',
          JSON.stringify(
            queueAt(
              entries.map((each) => ({ ...each, entryId: `${round}-${each.entryId}` })),
              0,
            ),
          ),
        ),
    },
    {
      id: 'queue.next',
      what: 'save it after going on by one',
      own: (round) => call('session.saveQueue', queueAt(entries, round)),
      peer: 'the queue as JSON in one row',
      raw: (round) => put.run('queue', JSON.stringify(queueAt(entries, round))),
    },
    {
      id: 'queue.load',
      what: 'load the session with 10,000 tracks',
      own: loadSession,
      peer: 'that row read and parsed',
      raw: () => JSON.parse(JSON.stringify(readAll.get('queue'))),
    },
    {
      id: 'place',
      what: 'save the place',
      own: (round) => call('session.savePlace', placeAt(round)),
      peer: 'one row',
      raw: (round) => put.run('place', JSON.stringify(placeAt(round))),
    },
    {
      id: 'history',
      what: 'write a play',
      own: (round) =>
        call('history.record', {
          playId: `p${round}`,
          trackId: 't1',
          startedAt: 1000 + round,
          heardMs: 5,
          end: 'interrupted',
        }),
      peer: 'one row',
      raw: (round) => putPlay.run(`p${round}`, 't1', 1000 + round, 5, 'interrupted'),
    },
  ]
  const delay = monitorEventLoopDelay({ resolution: 1 })
  try {
    const figures: Figure[] = []
    const blocks = { writing: [] as number[], loading: [] as number[] }
    for (const work of works) {
      const own: number[] = []
      const peer: number[] = []
      for (let round = 0; round < bench.runs(repeats); round += 1) {
        const input = round + 1
        delay.reset()
        delay.enable()
        // The monitor counts from its first tick on.
        await new Promise((resolve) => setTimeout(resolve, 4))
        own.push(await timed(() => work.own(input)))
        // One more turn of the loop, so that the monitor sees how long this one was.
        await new Promise((resolve) => setTimeout(resolve, 2))
        delay.disable()
        blocks[work.id === 'queue.load' ? 'loading' : 'writing'].push(delay.max / 1e6)
        peer.push(await timed(() => work.raw(input)))
      }
      figures.push(
        beside({ id: `store.${work.id}.p50`, what: `${work.what}, median`, unit: 'ms' }, median(own), {
          what: `better-sqlite3: ${work.peer}`,
          value: median(peer),
        }),
        alone({ id: `store.${work.id}.p95`, what: `${work.what}, p95`, unit: 'ms' }, p95(own)),
      )
    }
    const unit = 'ms'
    figures.push(
      limited(
        { id: 'store.block', what: 'longest block of the main thread while writing these', unit },
        largest(blocks.writing),
        longestBlockMs,
      ),
      alone(
        { id: 'store.block.load', what: 'longest block while loading the session (once, at the start)', unit },
        largest(blocks.loading),
      ),
    )
    return figures
  } finally {
    raw.close()
    await backend.close()
  }
}

interface Work {
  readonly id: string
  readonly what: string
  readonly own: (round: number) => Promise<void>
  readonly peer: string
  readonly raw: (round: number) => unknown
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function entry(index: number): QueueEntryRecord {
  return { entryId: `e${index}`, trackId: `t${index + 1}`, origin: 'context', order: index }
}

function queueAt(entries: readonly QueueEntryRecord[], at: number): QueueRecord {
  return {
    past: entries.slice(0, at),
    current: entries[at] ?? null,
    upcoming: entries.slice(at + 1),
    context: { kind: 'tracks', id: null, title: 'Ten thousand' },
    shuffle: false,
    repeat: 'off',
  }
}

function placeAt(positionMs: number): PlaybackPlace {
  return { entryId: 'e1', positionMs, volume: 1, muted: false }
}

/** Ten thousand known tracks, as a queue of that size needs them. */
function prepareTracks(folder: string): void {
  const opened = openStore({ folder, log: silentLog })
  createTrackRepository(opened).saveTracks(
    testTracks(entryCount).map((track) => ({
      track,
      path: `/music/${track.id}.flac`,
      sizeBytes: 1,
      modifiedMs: 1,
      coverHash: null,
    })),
  )
  opened.close()
}
