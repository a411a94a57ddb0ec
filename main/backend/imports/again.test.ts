import fs from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tracks } from '../../../testkit/spotify/index.ts'
import { closeAll, openSpotify } from '../spotify/testing/index.ts'
import type { Store } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { context, copyOf, openImports, type TestImports, type TestImportsOptions } from './testing/index.ts'

let folder: string
let imports: TestImports

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(async () => {
  await imports.close()
  await closeAll()
  fs.rmSync(folder, { recursive: true, force: true })
})

function open(options: Partial<TestImportsOptions> = {}): void {
  imports = openImports({ folder, ...options })
  imports.addToLibrary([1, 2, 3, 4].map((number) => copyOf(`Song ${number}`)))
}

const fileOf = (songs: readonly string[], fileName = 'Road.csv') => ({
  kind: 'file' as const,
  fileName,
  likedName: 'Liked',
  lists: null,
  text: ['Track Name,Artist Name(s),ISRC', ...songs.map((song) => `${song},Artist of ${song},`)].join('\n'),
})

it('a file that is brought over again adds what is new to the playlist that is there, and takes nothing back', async () => {
  open()
  const [first] = await imports.start(fileOf(['Song 1', 'Song 2', 'Song 2', 'Nobody has it']))
  await imports.settled()
  const { handlers } = imports.playlists
  const playlistId = first?.playlistId ?? ''
  await handlers['playlists.rename']({ id: playlistId, name: 'Mine' }, context)
  const { rows } = await handlers['playlists.entries']({ id: playlistId, range: { from: 0, to: 9 } }, context)
  await handlers['playlists.remove']({ id: playlistId, entryIds: [rows[0]?.entryId ?? ''] }, context)

  const [second] = await imports.start(fileOf(['Song 3', 'Song 1', 'Song 2', 'Nobody has it', 'Song 2', 'Song 2']))
  expect(second?.id).toBe(first?.id)
  const [job, ...others] = await imports.settled()
  expect(others).toEqual([])
  expect(job).toMatchObject({ state: { kind: 'done' }, total: 6, counts: { matched: 5, none: 1 } })
  // What the person took out stays out, and what they named is named so.
  expect(await imports.titles(playlistId)).toEqual(['Song 2', 'Song 2', 'Song 3', 'Song 2'])
  expect((await imports.playlists.summaries()).map(({ name }) => name)).toEqual(['Mine'])

  await imports.start(fileOf(['Song 3', 'Song 1', 'Song 2', 'Nobody has it', 'Song 2', 'Song 2']))
  expect(await imports.settled()).toMatchObject([{ id: first?.id, total: 6 }])
})

it('another list under the same name is another playlist, and so is one whose playlist was deleted', async () => {
  open()
  const [first] = await imports.start(fileOf(['Song 1', 'Song 2']))
  await imports.settled()
  await imports.start(fileOf(['Song 3', 'Song 4', 'Song 2']))
  expect(await imports.settled()).toHaveLength(2)
  expect((await imports.playlists.summaries()).map(({ trackCount }) => trackCount)).toEqual([2, 3])

  await imports.playlists.handlers['playlists.delete']({ id: first?.playlistId ?? '' }, context)
  const [again] = await imports.start(fileOf(['Song 1', 'Song 2']))
  expect(again?.id).not.toBe(first?.id)
  await imports.settled()
  expect(await imports.titles(again?.playlistId ?? null)).toEqual(['Song 1', 'Song 2'])
})

it('a playlist of Spotify’s that is as it was costs one request; one that grew brings what is new', async () => {
  const account = await openSpotify()
  await account.signedIn()
  const { spotify, room } = account
  const list = spotify.addPlaylist({ name: 'Road', entries: tracks(60) })
  const link = { kind: 'spotify-playlist' as const, link: `spotify:playlist:${list.id}`, name: '' }
  open({ spotify: () => room.client() })
  const [first] = await imports.start(link)
  const [done] = await imports.settled()
  expect(done?.counts).toMatchObject({ matched: 4, none: 56 })

  const before = spotify.requests.length
  await imports.start(link)
  expect(await imports.settled()).toEqual([{ ...done, revision: expect.any(Number) }])
  expect(spotify.requests.length - before).toBe(1)

  imports.addToLibrary([copyOf('Late one')])
  list.change([...tracks(60), { kind: 'track', name: 'Late one' }])
  await imports.start(link)
  expect(await imports.settled()).toMatchObject([{ id: first?.id, total: 61, counts: { matched: 5, none: 56 } }])
  expect(await imports.titles(done?.playlistId ?? null)).toEqual(['Song 1', 'Song 2', 'Song 3', 'Song 4', 'Late one'])
  expect(spotify.breaches).toEqual([])
})

it('another release of a song that is there is new, whatever stands before it', async () => {
  open()
  const withCodes = (rows: readonly string[]) => ({
    ...fileOf([]),
    text: ['Track Name,Artist Name(s),ISRC', ...rows].join('\n'),
  })
  const album = 'Song 1,Artist of Song 1,AAAAA2400001'
  const [first] = await imports.start(withCodes([album, 'Song 2,Artist of Song 2,AAAAA2400002']))
  await imports.settled()
  const single = 'Song 1,Artist of Song 1,AAAAA2400009'
  await imports.start(withCodes([single, album, 'Song 2,Artist of Song 2,AAAAA2400002']))
  await imports.settled()
  const kept = imports.store.texts(`SELECT wanted_json ->> 'isrc' FROM import_row ORDER BY place`)
  expect(kept).toEqual(['AAAAA2400001', 'AAAAA2400002', 'AAAAA2400009'])
  expect(await imports.jobs()).toMatchObject([{ id: first?.id, total: 3 }])
})

it('what is begun twice is there once: two at the same time, and one that waits for its source', async () => {
  const account = await openSpotify()
  await account.signedIn()
  const list = account.spotify.addPlaylist({ name: 'Road', entries: tracks(4) })
  const link = { kind: 'spotify-playlist' as const, link: `spotify:playlist:${list.id}`, name: '' }
  open({ spotify: () => account.room.client() })
  await Promise.all([imports.start(fileOf(['Song 1', 'Song 2'])), imports.start(fileOf(['Song 1', 'Song 2']))])
  expect(await imports.settled()).toHaveLength(1)

  const [first] = await imports.start(link)
  const [second] = await imports.start(link)
  expect(second?.id).toBe(first?.id)
  expect(await imports.settled()).toHaveLength(2)
  expect(await imports.playlists.summaries()).toHaveLength(2)
})

it('killed while it adds what is new, a list gets the rest of it afterwards', async () => {
  const account = await openSpotify()
  await account.signedIn()
  const list = account.spotify.addPlaylist({ name: 'Road', entries: tracks(4) })
  const link = { kind: 'spotify-playlist' as const, link: `spotify:playlist:${list.id}`, name: '' }
  let portionsLeft = Infinity
  const dying = (store: Store): Store => ({
    ...store,
    run(sql, ...values) {
      if (sql.includes('INSERT INTO import_row')) portionsLeft -= 1
      if (portionsLeft < 0) throw new Error('killed')
      return store.run(sql, ...values)
    },
  })
  open({ spotify: () => account.room.client(), through: dying })
  await imports.start(link)
  await imports.settled()
  list.change(tracks(604))
  portionsLeft = 1
  await imports.start(link)
  await imports.settled()
  await imports.close()

  imports = openImports({ folder, spotify: () => account.room.client() })
  imports.room.resume()
  expect(await imports.settled()).toMatchObject([{ state: { kind: 'done' }, total: 604, counts: { open: 0 } }])
  expect(account.spotify.breaches).toEqual([])
})
