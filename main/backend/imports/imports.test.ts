import fs from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { failure, FailureError } from '../../../src/contract/index.ts'
import { outOfQuota, refusal, tooMany, tracks } from '../../../testkit/spotify/index.ts'
import type { NodeFinder } from '../nodelink/finding/index.ts'
import { closeAll, codeOf, openSpotify, type TestSpotify } from '../spotify/testing/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { context, copyOf, openImports, type TestImports, type TestImportsOptions } from './testing/index.ts'

let folder: string
const open = new Set<TestImports>()

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(async () => {
  for (const imports of open) await imports.close()
  open.clear()
  await closeAll()
  fs.rmSync(folder, { recursive: true, force: true })
})

function start(options: Partial<TestImportsOptions> = {}): TestImports {
  const imports = openImports({ folder, ...options })
  open.add(imports)
  return imports
}

async function end(imports: TestImports): Promise<void> {
  open.delete(imports)
  await imports.close()
}

async function signedIn(): Promise<TestSpotify> {
  const test = await openSpotify()
  await test.signedIn()
  return test
}

const linkTo = (id: string) => ({ kind: 'spotify-playlist' as const, link: `spotify:playlist:${id}`, name: '' })
const fileOf = (text: string, fileName = 'Road.csv') => ({
  kind: 'file' as const,
  fileName,
  text,
  likedName: 'Liked',
  lists: null,
})
const header = 'Track Name,Artist Name(s),ISRC,Duration (ms)\n'
const lineOf = (name: string): string => {
  const { title, artists, isrc, durationMs } = copyOf(name)
  return `${title},${artists.join(', ')},${isrc},${durationMs}\n`
}
const kinds = async (imports: TestImports, id: string) => (await imports.rows(id)).map(({ outcome }) => outcome.kind)

it('a playlist arrives whole: every entry accounted for at its place, matches in its order, the rest wanted', async () => {
  const { spotify, room } = await signedIn()
  const list = spotify.addPlaylist({
    name: 'Road',
    entries: [
      ...tracks(3),
      { kind: 'episode', name: 'Talk' },
      { kind: 'local', name: 'Demo tape', artist: 'Ann', seconds: 100 },
      { kind: 'null' },
      { kind: 'raw', value: { item: 7 } },
      { kind: 'track', name: 'Song 1' },
    ],
  })
  const imports = start({ spotify: () => room.client() })
  imports.addToLibrary([copyOf('Song 1'), copyOf('Song 3'), copyOf('Song 4')])
  await imports.start(linkTo(list.id))
  const [job] = await imports.settled()
  expect(job).toMatchObject({
    name: 'Road',
    state: { kind: 'done' },
    total: 8,
    counts: { open: 0, matched: 3, review: 0, none: 2, skipped: 3 },
    notAsked: null,
  })
  const rows = await imports.rows(job?.id ?? '')
  expect(rows.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(rows.map(({ outcome }) => ('why' in outcome ? outcome.why : outcome.kind))).toEqual([
    'matched',
    expect.stringMatching(/^nothing-/),
    'matched',
    'episode',
    'nothing-found',
    'gone',
    'unreadable',
    'matched',
  ])
  expect(rows[0]?.outcome).toMatchObject({ kind: 'matched', by: 'isrc', match: { track: { id: 'copy of Song 1' } } })
  expect(rows[4]).toMatchObject({ title: 'Demo tape', artists: ['Ann'], isLocal: true })
  expect(await imports.titles(job?.playlistId ?? null)).toEqual(['Song 1', 'Song 3', 'Song 1'])
  expect(await imports.rows(job?.id ?? '', 'none')).toHaveLength(2)
  expect(spotify.breaches).toEqual([])
})

it('a file brings each of its lists, one after the other, under names of their own', async () => {
  const imports = start()
  imports.addToLibrary([copyOf('Song 1'), copyOf('Song 2')])
  const playlists = ['A', 'B'].map((name, at) => ({
    name,
    items: [{ track: { trackName: `Song ${at + 1}`, artistName: `Artist of Song ${at + 1}` } }],
  }))
  await imports.playlists.handlers['playlists.create']({ name: 'A', trackIds: [], rules: null }, context)
  const started = await imports.start(fileOf(JSON.stringify({ playlists }), 'Playlist1.json'))
  expect(started.map(({ name }) => name)).toEqual(['A', 'B'])
  const jobs = await imports.settled()
  expect(jobs.map(({ state }) => state.kind)).toEqual(['done', 'done'])
  for (const [at, job] of started.entries()) expect(await imports.titles(job.playlistId)).toEqual([`Song ${at + 1}`])
  // A playlist of the same name is another playlist.
  const names = (await imports.playlists.summaries()).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['A', 'A 2', 'B'])
})

it('what a person says holds for the recording everywhere, and no rule overwrites it', async () => {
  const imports = start()
  imports.addToLibrary([copyOf('Song 1'), copyOf('Song 2'), copyOf('Song 3')])
  const text = header + lineOf('Song 1') + lineOf('Song 2') + lineOf('Song 3')
  const [first] = await imports.start(fileOf(text))
  const id = first?.id ?? ''
  await imports.settled()
  const decide = imports.room.handlers['imports.decide']
  await decide({ id, place: 0, decision: { kind: 'choose', trackId: 'copy of Song 3' } }, context)
  await decide({ id, place: 1, decision: { kind: 'leave-out' } }, context)
  await decide({ id, place: 2, decision: { kind: 'refuse', trackIds: ['copy of Song 3'] } }, context)
  await imports.settled()
  const wanted = ['matched', 'none', 'none']
  expect(await kinds(imports, id)).toEqual(wanted)
  expect(await imports.titles(first?.playlistId ?? null)).toEqual(['Song 3'])

  // Another import of the same recordings, looked for by the rules and once more on demand, says what the person said.
  const [second] = await imports.start(fileOf(text, 'Again.csv'))
  await imports.settled()
  await imports.room.handlers['imports.retry']({ id: second?.id ?? '' }, context)
  await imports.settled()
  expect(await kinds(imports, second?.id ?? '')).toEqual(wanted)
  const [chosen] = await imports.rows(second?.id ?? '')
  expect(chosen?.outcome).toMatchObject({ by: 'person', match: { track: { id: 'copy of Song 3' } } })

  await decide({ id, place: 0, decision: { kind: 'forget', refusedIds: [] } }, context)
  await imports.settled()
  expect(await imports.titles(first?.playlistId ?? null)).toEqual(['Song 1'])
  // A choice that is taken back takes back no refusal before it.
  await decide({ id, place: 2, decision: { kind: 'choose', trackId: 'copy of Song 1' } }, context)
  await decide({ id, place: 2, decision: { kind: 'forget', refusedIds: [] } }, context)
  await imports.settled()
  expect(await kinds(imports, id)).toEqual(['matched', 'none', 'none'])
  await decide({ id, place: 2, decision: { kind: 'forget', refusedIds: ['copy of Song 3'] } }, context)
  await imports.settled()
  expect(await kinds(imports, id)).toEqual(['matched', 'none', 'matched'])
  const choice = { kind: 'choose' as const, trackId: 'nowhere' }
  expect(await codeOf(() => decide({ id, place: 0, decision: choice }, context))).toBe('import-track-gone')
})

it('what was not found stays wanted: once the library has it, it comes to its place in the playlist', async () => {
  const imports = start()
  imports.addToLibrary([copyOf('Song 1'), copyOf('Song 3')])
  const [job] = await imports.start(fileOf(header + [1, 2, 3].map((number) => lineOf(`Song ${number}`)).join('')))
  const { id = '', playlistId = null } = job ?? {}
  await imports.settled()
  expect(await kinds(imports, id)).toEqual(['matched', 'none', 'matched'])

  // Meanwhile the person took one out, and added one of their own: both stay as they are.
  const { handlers } = imports.playlists
  const range = { from: 0, to: 10 }
  const [entry] = (await handlers['playlists.entries']({ id: playlistId ?? '', range }, context)).rows
  await handlers['playlists.remove']({ id: playlistId ?? '', entryIds: [entry?.entryId ?? ''] }, context)
  imports.addToLibrary([copyOf('Song 2'), copyOf('Mine')])
  const added = { id: playlistId ?? '', trackIds: ['copy of Mine'], beforeEntryId: null, allowDuplicates: true }
  await handlers['playlists.add'](added, context)
  await imports.room.handlers['imports.retry']({ id }, context)
  await imports.settled()
  expect(await kinds(imports, id)).toEqual(['matched', 'matched', 'matched'])
  expect(await imports.titles(playlistId)).toEqual(['Song 2', 'Song 3', 'Mine'])
})

it('a list that Spotify keeps back stops with why, holds up no other, and goes on where it was', async () => {
  const test = await signedIn()
  const { spotify } = test
  const [slow, refused] = [
    spotify.addPlaylist({ name: 'Slow', entries: tracks(120) }),
    spotify.addPlaylist({ name: 'Refused', entries: tracks(2), ownerId: 'somebody' }),
  ]
  const imports = start({ spotify: () => test.room.client() })
  imports.addToLibrary([copyOf('Song 7')])
  const items = `/v1/playlists/${slow.id}/items`
  // The third page comes with a pause of a day.
  let pages = 0
  spotify.onRequest = ({ path }) => {
    if (path !== items) return
    pages += 1
    if (pages === 3) spotify.faults.add(items, tooMany('79892'), 1)
  }
  await imports.start(linkTo(slow.id))
  await imports.settled()
  const [file] = await imports.start(fileOf(header + lineOf('Song 7')))
  const byName = async () => new Map((await imports.settled()).map((job) => [job.name, job]))
  const before = (await byName()).get('Slow')
  expect(before?.state).toMatchObject({ kind: 'stopped', phase: 'reading', error: { code: 'spotify-blocked' } })
  expect([before?.total, before?.counts.open]).toEqual([120, 100])
  expect((await byName()).get(file?.name ?? '')?.state).toEqual({ kind: 'done' })

  test.clock.advance(80_000_000)
  await imports.room.handlers['imports.retry']({ id: before?.id ?? '' }, context)
  await imports.start(linkTo(refused.id))
  const after = await byName()
  expect(after.get('Slow')).toMatchObject({ state: { kind: 'done' }, counts: { matched: 1, none: 119 } })
  // What had been answered was not asked for again.
  expect(pages).toBe(4)
  expect(after.get('Refused')?.state).toMatchObject({ kind: 'stopped', error: { code: 'spotify-playlist-refused' } })
  expect(spotify.breaches).toEqual([])
})

it.each([
  ['spotify-quota-exceeded', outOfQuota('5')],
  ['spotify-failed', refusal(500, 'Server error')],
  ['spotify-answer-unreadable', { kind: 'empty' }],
] as const)('%s: no half list becomes a playlist', async (code, fault) => {
  const { spotify, room } = await signedIn()
  spotify.liked = tracks(80)
  spotify.onRequest = ({ path, query }) => {
    if (path === '/v1/me/tracks' && query.get('offset') !== '0') spotify.faults.add(path, fault, 10)
  }
  const imports = start({ spotify: () => room.client() })
  await imports.start({ kind: 'spotify-liked', name: 'Liked songs' })
  const [job] = await imports.settled()
  expect(job?.state).toMatchObject({ kind: 'stopped', phase: 'reading', error: { code } })
  expect(job?.playlistId).toBeNull()
  expect(await imports.playlists.summaries()).toEqual([])
})

it('servers are asked for what the library lacks; where they cannot be, the import says so and asks later', async () => {
  let isUp = false
  const asked: string[] = []
  const found = copyOf('Song 2', { origin: 'node', source: 'deezer', location: null })
  const finder: NodeFinder = {
    isThere: () => true,
    async *find(queries) {
      asked.push(queries.map(({ text }) => text).join(' | '))
      if (!isUp) throw new FailureError(failure('node-unreachable'))
      yield [found]
    },
  }
  const imports = start({ finder })
  imports.addToLibrary([copyOf('Song 1')])
  const [job] = await imports.start(fileOf(header + lineOf('Song 1') + lineOf('Song 2')))
  const [offline] = await imports.settled()
  expect(offline?.notAsked).toEqual({ rows: 1, error: { code: 'node-unreachable' } })
  expect(offline?.state).toEqual({ kind: 'done' })

  isUp = true
  imports.addToLibrary([found])
  await imports.room.handlers['imports.retry']({ id: job?.id ?? '' }, context)
  const [online] = await imports.settled()
  expect(online).toMatchObject({ notAsked: null, counts: { matched: 2 } })
  // The one that the library has was never asked for.
  expect(new Set(asked).size).toBe(1)
})

it('rows in sight are found while all that goes on in the background waits for a server’s pace', async () => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let waiting = 0
  const background: NodeFinder = {
    isThere: () => true,
    async *find() {
      waiting += 1
      await held
      yield []
    },
  }
  const found = copyOf('Song 50', { origin: 'node', source: 'deezer', location: null })
  const finderOfSeen: NodeFinder = {
    isThere: () => true,
    async *find(queries) {
      yield queries.some(({ text }) => text.endsWith('Song 50')) ? [found] : []
    },
  }
  const imports = start({ finder: background, finderOfSeen })
  const names = Array.from({ length: 60 }, (_row, at) => `Song ${at}`)
  const [job] = await imports.start(fileOf(header + names.map(lineOf).join('')))
  const id = job?.id ?? ''
  await vi.waitFor(() => expect(waiting).toBe(4))
  await imports.room.handlers['imports.look']({ id, places: [50, 51] }, context)
  const outcomes = async () => {
    const { rows } = await imports.room.handlers['imports.rows'](
      { id, range: { from: 50, to: 52 }, only: null },
      context,
    )
    return rows.map(({ outcome }) => outcome.kind)
  }
  await vi.waitFor(async () => expect(await outcomes()).toEqual(['matched', 'none']))
  letGo()
  const [done] = await imports.settled()
  expect(done?.counts).toMatchObject({ matched: 1, none: 59 })
})

it('rows that somebody looks at do not wait behind the others, nor behind another import', async () => {
  const asked: string[] = []
  let letGo = (): void => undefined
  let held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const finder: NodeFinder = {
    isThere: () => true,
    async *find(queries) {
      asked.push(queries.find(({ kind }) => kind === 'text')?.text ?? '')
      await held
      yield []
    },
  }
  const imports = start({ finder })
  const names = Array.from({ length: 60 }, (_row, at) => `Song ${at}`)
  const [job] = await imports.start(fileOf(header + names.map(lineOf).join('')))
  const id = job?.id ?? ''
  // As many as are asked about at the same time.
  for (;;) {
    if (asked.length === 4) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  await imports.room.handlers['imports.look']({ id, places: [50, 52, 0] }, context)
  letGo()
  await imports.settled()
  const order = () => asked.map((text) => Number(/Song (?<place>\d+)/u.exec(text)?.groups?.['place']))
  expect(order().slice(0, 8)).toEqual([0, 1, 2, 3, 50, 52, 4, 5])
  expect(order().toSorted((one, other) => one - other)).toEqual(names.map((_name, at) => at))

  asked.length = 0
  held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await imports.room.handlers['imports.retry']({ id }, context)
  const [later] = await imports.start(fileOf(header + lineOf('Song 70') + lineOf('Song 71'), 'Later.csv'))
  for (;;) {
    if (asked.length === 4) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { handlers } = imports.room
  await handlers['imports.look']({ id: later?.id ?? '', places: [1] }, context)
  await handlers['imports.decide']({ id: later?.id ?? '', place: 0, decision: { kind: 'leave-out' } }, context)
  await handlers['imports.decide'](
    { id: later?.id ?? '', place: 0, decision: { kind: 'forget', refusedIds: [] } },
    context,
  )
  letGo()
  await imports.settled()
  expect(order().slice(0, 7)).toEqual([0, 1, 2, 3, 70, 71, 4])
  expect(order()).toHaveLength(62)
})

it('an import can be stopped, gone on with after a restart, and taken back with its playlist', async () => {
  const { spotify, room } = await signedIn()
  const list = spotify.addPlaylist({ name: 'Road', entries: tracks(130) })
  const first = start({ spotify: () => room.client() })
  first.addToLibrary([copyOf('Song 130')])
  const [job] = await first.start(linkTo(list.id))
  const id = job?.id ?? ''
  const stopped = await first.room.handlers['imports.cancel']({ id }, context)
  expect(stopped.state).toEqual({ kind: 'stopped', phase: 'reading', error: null })
  await end(first)

  const second = start({ spotify: () => room.client() })
  second.room.resume()
  expect((await second.settled())[0]?.state.kind).toBe('stopped')
  await second.room.handlers['imports.retry']({ id }, context)
  const [done] = await second.settled()
  expect(done).toMatchObject({ state: { kind: 'done' }, counts: { matched: 1, none: 129 } })

  await second.room.handlers['imports.remove']({ id, withPlaylist: true }, context)
  expect(await second.jobs()).toEqual([])
  expect(await second.playlists.summaries()).toEqual([])
  expect(await codeOf(() => second.rows(id))).toBe('import-gone')
  expect(await second.room.handlers['imports.restore']({ id }, context)).toEqual(done)
  expect(await second.titles(done?.playlistId ?? null)).toEqual(['Song 130'])
  expect(await second.rows(id)).toHaveLength(130)
})

it('what cannot be begun says why at once', async () => {
  const notSetUp = new FailureError(failure('spotify-not-set-up'))
  const imports = start({
    spotify: () => {
      throw notSetUp
    },
  })
  expect(await codeOf(() => imports.start({ kind: 'spotify-liked', name: 'Liked' }))).toBe('spotify-not-set-up')
  const album = 'https://open.spotify.com/album/0123456789012345678901'
  expect(await codeOf(() => imports.start({ ...linkTo(''), link: album }))).toBe('import-link-wrong')
  expect(await codeOf(() => imports.start(fileOf('', 'empty.csv')))).toMatch(/^import-file-/)
  expect(await imports.jobs()).toEqual([])
})
