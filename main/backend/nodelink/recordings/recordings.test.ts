import fs from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { anyCodePoint } from '../../../../testkit/property/index.ts'
import { FailureError, failure } from '../../../../src/contract/index.ts'
import { silentLog } from '../../log/index.ts'
import { createTrackRepository, openStore, type Store, type TrackRepository } from '../../store/index.ts'
import { memoryStore, temporaryFolder } from '../../store/testing/index.ts'
import { type NodeTrack, nodeTrackSchema } from '../answers.ts'
import { createRecordings, type RecordingStore } from './index.ts'

const nowMs = Date.UTC(2026, 0, 15)
const dayMs = 24 * 60 * 60_000

let store: Store
let tracks: TrackRepository
let recordings: RecordingStore

beforeEach(() => {
  store = memoryStore()
  tracks = createTrackRepository(store)
  recordings = createRecordings({ store, tracks, now: () => nowMs })
})

/** What a node answers for one track. */
function found(identifier: string, info: Readonly<Record<string, unknown>> = {}): NodeTrack {
  return nodeTrackSchema.parse({
    encoded: `encoded ${identifier}`,
    info: {
      identifier,
      isSeekable: true,
      author: 'Somebody',
      length: 180_000,
      isStream: false,
      title: `Piece ${identifier}`,
      uri: `https://music.example/${identifier}`,
      artworkUrl: null,
      isrc: null,
      sourceName: 'youtube',
      ...info,
    },
  })
}

/** The one track that a node's answer becomes. */
function keep(track: NodeTrack, nodeId = 'home') {
  const [kept] = recordings.keep(nodeId, [track])
  if (kept === undefined) throw new Error('nothing kept')
  return kept
}

describe('what is kept', () => {
  test('a track of the app that the media handler answers for, and how to ask for its sound', () => {
    const artworkUrl = 'https://img.example/a.jpg'
    const track = keep(found('abc', { isrc: 'us-abc-12-34567', artworkUrl }))
    expect(track).toMatchObject({
      title: 'Piece abc',
      artists: ['Somebody'],
      durationMs: 180_000,
      audioPath: `media/audio/${track.id}`,
      coverPath: `media/remote-cover/${track.id}`,
      origin: 'node',
      isrc: 'USABC1234567',
      location: 'https://music.example/abc',
      format: { codec: '' },
    })
    expect(track.id).toMatch(/^[\w-]{1,80}$/)
    expect(tracks.trackById(track.id)?.track).toEqual(track)
    expect(recordings.recording(track.id)).toMatchObject({
      nodeId: 'home',
      encoded: 'encoded abc',
      sourceName: 'youtube',
      identifier: 'abc',
      lengthMs: 180_000,
      isLive: false,
    })
    expect(recordings.artworkUrl(track.id)).toBe(artworkUrl)
  })

  test('the same recording has one id, whichever node finds it, and the one that found it last is asked', () => {
    const first = keep(found('abc'), 'home')
    const again = keep({ ...found('abc', { title: 'Other words' }), encoded: 'newer' }, 'other')
    expect(again.id).toBe(first.id)
    expect(recordings.recording(first.id)).toMatchObject({ nodeId: 'other', encoded: 'newer' })
    expect(keep(found('abc', { sourceName: 'soundcloud' })).id).not.toBe(first.id)
  })

  test("a file on a node's disk is that node's alone", () => {
    const file = found('/music/a.flac', { sourceName: 'local', uri: '/music/a.flac' })
    expect(keep(file, 'home').id).not.toBe(keep(file, 'other').id)
  })

  test('order and repetitions of what was found stay', () => {
    const kept = recordings.keep('home', [found('b'), found('a'), found('b')])
    expect(kept.map(({ title }) => title)).toEqual(['Piece b', 'Piece a', 'Piece b'])
  })

  test('what was found out while it played is not lost when it is found once more', () => {
    const track = keep(found('abc', { length: -1 }))
    const format = { ...track.format, codec: 'Opus' }
    const heard = { ...track, format, durationMs: 61_000 }
    const stored = tracks.trackById(track.id)
    if (stored === undefined) throw new Error('not stored')
    tracks.saveTracks([{ ...stored, track: heard }])
    expect(keep(found('abc', { length: -1 }))).toEqual(heard)
  })

  test('a length is what the node knows: none of a live stream, none of −1', () => {
    expect(keep(found('a', { length: -1 })).durationMs).toBeNull()
    expect(keep(found('b', { length: 0 })).durationMs).toBeNull()
    const live = keep(found('c', { isStream: true, length: 9_223_372_036_854_776_000 }))
    expect(live.durationMs).toBeNull()
    expect(recordings.recording(live.id)?.isLive).toBe(true)
  })
})

describe('words where the node says nothing', () => {
  const local = { sourceName: 'local', author: 'unknown', uri: '/m/a.b.flac' }
  test.each([
    ['a file is called by its name without the ending', { ...local, title: 'a.b.flac' }, 'a.b', []],
    [
      'an address by its last part',
      { sourceName: 'http', title: 'Unknown', author: 'unknown', uri: 'https://x.example/p/My%20Song.mp3?t=1' },
      'My Song',
      [],
    ],
    ['nothing is made up elsewhere', { title: 'Unknown', author: 'Unknown Artist' }, '', []],
    [
      'a real name stays as it is',
      { title: 'Unknown Pleasures', author: 'The Unknown' },
      'Unknown Pleasures',
      ['The Unknown'],
    ],
    ['line breaks and control characters go', { title: ' A\n\u0000B\t ', author: 'C\r\nD' }, 'A B', ['C D']],
  ])('%s', (_name, info, title, artists) => {
    expect(keep(found('x', info))).toMatchObject({ title, artists })
  })

  test.each([
    ['a path of the node', '/etc/hostname', null],
    ['a file address', 'file:///etc/hostname', null],
    ['a script', 'javascript:alert(1)', null],
    ['a password', 'https://me:secret@x.example/a', 'https://x.example/a'],
    ['nothing', null, null],
  ])('a link for a person: %s', (_name, uri, location) => {
    const track = keep(found('x', { uri, artworkUrl: uri }))
    expect(track.location).toBe(location)
    expect(track.coverPath).toBe(location === null ? null : `media/remote-cover/${track.id}`)
  })
})

test('whatever a node says, what is kept can be read again as it was', () => {
  const anything = fc.record({
    identifier: fc.string(),
    author: fc.string(),
    title: fc.string({ unit: anyCodePoint }),
    length: fc.double(),
    isStream: fc.boolean(),
    uri: fc.option(fc.oneof(fc.webUrl(), fc.string())),
    artworkUrl: fc.option(fc.oneof(fc.webUrl(), fc.string())),
    isrc: fc.option(fc.string()),
    sourceName: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(anything, (info) => {
      const track = keep(nodeTrackSchema.parse({ encoded: 'x', info: { ...info, isSeekable: true } }))
      expect(tracks.trackById(track.id)?.track).toEqual(track)
      expect(recordings.recording(track.id)).toMatchObject({ title: track.title, lengthMs: track.durationMs })
    }),
  )
})

test('ten thousand in portions: others get their turn, and giving up stops it', async () => {
  const all = Array.from({ length: 10_000 }, (_, index) => found(`t${index}`))
  let turns = 0
  const timer = setInterval(() => (turns += 1), 0)
  const kept = await recordings.keepAll('home', all, new AbortController().signal)
  clearInterval(timer)
  expect(kept.map(({ title }) => title)).toEqual(all.map(({ info }) => info.title))
  expect(turns).toBeGreaterThan(5)
  await expect(recordings.keepAll('home', all, AbortSignal.abort())).rejects.toThrow(/abort/i)
})

test('on a full disk what was found can be played all the same, and is written with the next', () => {
  let isFull = true
  const full: Store = {
    ...store,
    transaction(work, options) {
      if (isFull) throw new FailureError(failure('disk-full'))
      return store.transaction(work, options)
    },
  }
  const limited = createRecordings({ store: full, tracks: createTrackRepository(full), now: () => nowMs })
  const [first] = limited.keep('home', [found('a')])
  expect(limited.recording(first?.id ?? '')).toMatchObject({ encoded: 'encoded a' })
  expect(recordings.recording(first?.id ?? '')).toBeNull()
  isFull = false
  limited.keep('home', [found('b')])
  expect(recordings.recording(first?.id ?? '')).toMatchObject({ encoded: 'encoded a' })
})

test('all of it is there after a restart', () => {
  const folder = temporaryFolder()
  try {
    const first = openStore({ folder, log: silentLog })
    const parts = { store: first, tracks: createTrackRepository(first), now: () => nowMs }
    const [track] = createRecordings(parts).keep('home', [found('abc')])
    first.close()
    const second = openStore({ folder, log: silentLog })
    const after = { store: second, tracks: createTrackRepository(second), now: () => nowMs }
    expect(after.tracks.trackById(track?.id ?? '')?.track).toEqual(track)
    expect(createRecordings(after).recording(track?.id ?? '')).toMatchObject({ encoded: 'encoded abc' })
    second.close()
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

describe('what nothing names is forgotten', () => {
  const never = new AbortController().signal

  const sweepAt = (atMs: number, queued: ReadonlySet<string> = new Set()): Promise<number> =>
    createRecordings({ store, tracks, now: () => atMs }).sweep(queued, never)

  test('after two weeks, and not what is liked, in a playlist, played or queued', async () => {
    const [liked, listed, played, queued, unused] = recordings
      .keep(
        'home',
        ['liked', 'listed', 'played', 'queued', 'unused'].map((name) => found(name)),
      )
      .map(({ id }) => id)
    store.run('INSERT INTO track_like VALUES (?, 1)', liked ?? '')
    store.run(`INSERT INTO playlist VALUES ('p', 'P', NULL, 1, 1, NULL)`)
    store.run(`INSERT INTO playlist_entry VALUES ('e', 'p', 1, ?, 1)`, listed ?? '')
    store.run(`INSERT INTO played_track VALUES (?, '{}')`, played ?? '')
    const inQueue = new Set([queued ?? ''])
    expect(await sweepAt(nowMs + 13 * dayMs, inQueue)).toBe(0)
    expect(await sweepAt(nowMs + 15 * dayMs, inQueue)).toBe(1)
    expect(recordings.recording(unused ?? '')).toBeNull()
    expect(tracks.trackById(unused ?? '')).toBeUndefined()
    for (const id of [liked, listed, played, queued]) {
      expect(recordings.recording(id ?? '')).not.toBeNull()
      expect(tracks.trackById(id ?? '')).toBeDefined()
    }
  })

  test('sooner where there are very many, but not what was found within a day', async () => {
    // Each a second older than the one before.
    store.run(
      `WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 20100)
       INSERT INTO node_recording
         SELECT 'old ' || n, 'home', 'x', 'youtube', n, NULL, NULL, 'T', 'A', NULL, 0, NULL, ? - 1000 * n FROM counter`,
      nowMs,
    )
    expect(await sweepAt(nowMs)).toBe(0)
    expect(await sweepAt(nowMs + 2 * dayMs)).toBe(99)
    expect(recordings.recording('old 20000')).not.toBeNull()
    expect(recordings.recording('old 20002')).toBeNull()
  })
})
