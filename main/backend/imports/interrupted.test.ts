import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type Entry, startSpotifyStandIn, tracks } from '../../../testkit/spotify/index.ts'
import { closeAll, openSpotify } from '../spotify/testing/index.ts'
import type { Store } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { copyOf, openImports, type TestImports } from './testing/index.ts'
import { openApp } from './testing/app.ts'

const folders: string[] = []

afterEach(async () => {
  await closeAll()
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = temporaryFolder()
  folders.push(folder)
  return folder
}

/** Talk, local files, what is gone, and the same song twice among songs, of which the library has some. */
const entries: readonly Entry[] = [
  ...tracks(7),
  { kind: 'episode', name: 'Talk' },
  { kind: 'local', name: 'Song 4', artist: 'Artist of Song 4', seconds: 100 },
  { kind: 'null' },
  ...tracks(5),
  { kind: 'track', name: 'Song 9' },
]
const copies = [1, 2, 5, 9].map((number) => copyOf(`Song ${number}`))

const rememberedSchema = z.object({ key: z.string(), track_id: z.string().nullable() })

/** All that an import leaves: the rows, the playlists, and what is remembered. */
async function endState(imports: TestImports): Promise<unknown> {
  const jobs = await imports.settled()
  const all = []
  for (const { id, name, source, state, total, counts, playlistId } of jobs)
    all.push({
      name,
      source,
      state,
      total,
      counts,
      rows: await imports.rows(id),
      titles: await imports.titles(playlistId),
    })
  return {
    jobs: all,
    playlists: (await imports.playlists.summaries()).map(({ name, trackCount }) => ({ name, trackCount })),
    remembered: imports.store.all('SELECT key, track_id FROM remembered_match ORDER BY key', rememberedSchema),
  }
}

/** A store that takes so many writes and none after that, as if the process had been killed there. */
function dyingAfter(writes: number): (store: Store) => Store {
  let left = writes
  let depth = 0
  const live = (): void => {
    if (depth > 0) return
    left -= 1
    if (left < 0) throw new Error('killed')
  }
  return (store) => ({
    ...store,
    run(sql, ...values) {
      live()
      return store.run(sql, ...values)
    },
    transaction(work, options) {
      live()
      depth += 1
      try {
        return store.transaction(work, options)
      } finally {
        depth -= 1
      }
    },
  })
}

it('ended anywhere, as often as may be, it comes to what an undisturbed import comes to', async () => {
  const test = await openSpotify({ behaviour: { largestPage: 4 } })
  await test.signedIn()
  const list = test.spotify.addPlaylist({ name: 'Road', entries })
  test.spotify.liked = [...tracks(6), { kind: 'episode', name: 'Talk' }]
  const spotify = () => test.room.client()
  const link = { kind: 'spotify-playlist' as const, link: `spotify:playlist:${list.id}`, name: '' }
  const liked = { kind: 'spotify-liked' as const, name: 'Liked' }

  async function run(ends: readonly number[]): Promise<unknown> {
    const folder = newFolder()
    const first = openImports({ folder, spotify })
    first.addToLibrary(copies)
    await first.close()
    // Both are begun, whatever becomes of the app after that.
    const begin = openImports({ folder, spotify, through: dyingAfter(2) })
    await begin.start(link)
    await begin.start(liked)
    await begin.close()
    for (const writes of ends) {
      const dying = openImports({ folder, spotify, through: dyingAfter(writes) })
      dying.room.resume()
      await dying.settled()
      await dying.close()
    }
    const last = openImports({ folder, spotify })
    last.room.resume()
    const state = await endState(last)
    await last.close()
    return state
  }

  const undisturbed = await run([])
  expect(undisturbed).toMatchObject({ jobs: [{ name: 'Liked' }, { name: 'Road', counts: { open: 0 }, total: 16 }] })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(24), { minLength: 1, maxLength: 4 }), async (ends) => {
      expect(await run(ends)).toEqual(undisturbed)
    }),
    { numRuns: 15 },
  )
  expect(test.spotify.breaches).toEqual([])
}, 60_000)

it('a process that is killed while it reads and matches leaves neither doubles nor holes', async () => {
  const spotify = await startSpotifyStandIn({ behaviour: { largestPage: 4 } })
  const list = spotify.addPlaylist({ name: 'Road', entries })
  const folder = newFolder()
  const prepared = openApp(folder, spotify.address, (page) => void spotify.browse(page))
  prepared.spotify.setUp(spotify.clientId)
  await prepared.spotify.signIn(new AbortController().signal)
  prepared.imports.addToLibrary(copies)
  await prepared.imports.start({ kind: 'spotify-playlist', link: `spotify:playlist:${list.id}`, name: '' })
  await prepared.close()

  const writer = path.join(import.meta.dirname, 'testing', 'writer.ts')
  for (const moreMs of [0, 150, 320]) {
    const child = spawn(process.execPath, [writer, folder, spotify.address], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const timer = setTimeout(() => child.kill('SIGKILL'), moreMs)
    await once(child, 'close')
    clearTimeout(timer)
  }
  const app = openApp(folder, spotify.address, () => undefined)
  app.imports.room.resume()
  const [job] = await app.imports.settled()
  expect(job).toMatchObject({
    state: { kind: 'done' },
    total: 16,
    counts: { open: 0, matched: 7, review: 0, none: 7, skipped: 2 },
  })
  const rows = await app.imports.rows(job?.id ?? '')
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 16 }, (_, place) => place))
  const titles = ['Song 1', 'Song 2', 'Song 5', 'Song 1', 'Song 2', 'Song 5', 'Song 9']
  expect(await app.imports.titles(job?.playlistId ?? null)).toEqual(titles)
  expect(await app.imports.playlists.summaries()).toHaveLength(1)
  await app.close()
  await spotify.close()
}, 60_000)
