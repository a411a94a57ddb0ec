import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixtures, type FixtureSet } from '../../../testkit/audio/index.ts'
import { albumSchema } from '../../../src/music/index.ts'
import { memoryTracks } from '../files/testing/index.ts'
import { silentLog } from '../log/index.ts'
import { createMediaHandler } from '../media/index.ts'
import { createTagReader, type TagReader } from '../tags/index.ts'
import { createDemo } from './demo.ts'

let set: FixtureSet
let folder: string
let demoFolder: string
let tags: TagReader

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-demo-'))
  demoFolder = path.join(folder, 'demo')
  await mkdir(demoFolder)
  tags = createTagReader({ log: silentLog })
  await copyFile(set.files.flac44.path, path.join(demoFolder, 'one.flac'))
  await copyFile(set.files.opus.path, path.join(demoFolder, 'two.opus'))
  await copyFile(set.bad.pictureNamedFlac, path.join(demoFolder, 'cover.png'))
  await describeAlbum({})
})

afterEach(async () => {
  await tags.close()
  await rm(folder, { recursive: true })
})

async function describeAlbum(changes: object): Promise<void> {
  const track = (file: string, title: string) => ({
    file,
    title,
    artists: ['Melofy'],
    durationMs: 3010.4,
    frames: 132_757,
    sampleRateHz: 44_100,
  })
  const album = { title: 'Demo', artist: 'Melofy', year: 2026, cover: 'cover.png' }
  const tracks = [track('one.flac', 'One'), track('two.opus', 'Two')]
  await writeFile(path.join(demoFolder, 'album.json'), JSON.stringify({ ...album, tracks, ...changes }))
}

const create = (tracks = memoryTracks()) =>
  createDemo({ folder: demoFolder, tracks, tags, coverFolder: path.join(folder, 'covers'), log: silentLog })

test('the album plays: in order, as the manifest says, with cover, without a path', async () => {
  const tracks = memoryTracks()
  const demo = create(tracks)
  const album = await demo.album()
  expect(albumSchema.parse(album)).toEqual(album)
  expect(album).toMatchObject({ title: 'Demo', artist: 'Melofy', year: 2026 })
  expect(album.tracks).toMatchObject([
    { title: 'One', trackNumber: 1, origin: 'demo', location: null, albumId: album.id, durationMs: 3010.4 },
    { title: 'Two', trackNumber: 2, format: { codec: 'Opus' } },
  ])
  expect(tracks.saved.flat().map(({ path: file }) => file)).toEqual([null, null])

  const coverFolder = path.join(folder, 'covers')
  const handle = createMediaHandler({
    audioFile: (id) => demo.audioFile(id),
    audioStream: null,
    coverFolder,
    thumbnails: null,
    remoteCovers: null,
    upload: null,
    log: silentLog,
  })
  const audio = await handle(new Request(`melofy://app/${album.tracks[0]?.audioPath}`))
  expect(audio.headers.get('content-type')).toBe('audio/flac')
  expect(Buffer.from(await audio.arrayBuffer()).equals(await readFile(set.files.flac44.path))).toBe(true)
  const cover = await handle(new Request(`melofy://app/${album.coverPath}`))
  expect(cover.headers.get('content-type')).toBe('image/png')
  await cover.body?.cancel()
})

test('a queue restored after a restart finds its demo tracks before anybody asks for the album', async () => {
  const tracks = memoryTracks()
  const [first] = (await create(tracks).album()).tracks
  expect(await create(tracks).audioFile(first?.id ?? '')).toMatchObject({ name: 'one.flac', mimeType: 'audio/flac' })
})

test('without the folder, or with a damaged manifest, there is an empty album', async () => {
  await writeFile(path.join(demoFolder, 'album.json'), '{')
  expect((await create().album()).tracks).toEqual([])
  await rm(demoFolder, { recursive: true })
  expect((await create().album()).tracks).toEqual([])
  expect(await create().audioFile('demo-xyz')).toBeUndefined()
})

test('a missing track or cover leaves the rest', async () => {
  await rm(path.join(demoFolder, 'one.flac'))
  await rm(path.join(demoFolder, 'cover.png'))
  const album = await create().album()
  expect(album.coverPath).toBeNull()
  expect(album.tracks.map(({ title }) => title)).toEqual(['Two'])
})

test('a manifest that points elsewhere is refused', async () => {
  await copyFile(set.files.flac44.path, path.join(folder, 'outside.flac'))
  await describeAlbum({ tracks: [{ file: '../outside.flac', title: 'x', artists: [], durationMs: 1 }] })
  expect((await create().album()).tracks).toEqual([])
})
