import { randomUUID } from 'node:crypto'
import { call } from '../../harness/index.ts'
import type { App } from '../../harness/index.ts'
import type { Track } from '../../../src/music/index.ts'

/** Playlists that a full rail has, by name, and how many tracks each takes. */
const playlists: readonly (readonly [string, number])[] = [
  ['After midnight', 24],
  ['深夜便 2:00', 18],
  ['Reading, not really', 31],
  ['قهوة الصباح', 12],
]

/** Reads a folder of albums into the library and makes playlists of some of it. */
export async function fillShelf(app: App, records: string): Promise<void> {
  await call(app, 'library.addFolders', { paths: [records] })
  for (;;) {
    const { albums } = await call(app, 'library.summary', null)
    const { kind } = await call(app, 'library.scanStatus', null)
    if (albums > 0 && kind === 'idle') break
  }
  const albums = await someAlbums(app)
  for (const [at, [name, length]] of playlists.entries()) {
    // One track of each album, then the next of each, beginning at other albums in each list.
    const turned = [...albums.slice(at * 7), ...albums.slice(0, at * 7)]
    const tracks = [0, 1].flatMap((place) => turned.flatMap((album) => album.slice(place, place + 1)))
    const trackIds = tracks.slice(0, length).map(({ id }) => id)
    await call(app, 'playlists.create', { name, trackIds, rules: null })
  }
}

/**
 * Puts tracks into the history, as if each was heard now: the demo album and all but the last track of a folder, or some of
 * the library where there is no folder. `shown` waits until a title is on the page.
 */
export async function fillHistory(
  app: App,
  folder: string | null,
  shown: (title: string) => Promise<void>,
): Promise<void> {
  for (const { id: trackId, title } of await heardTracks(app, folder)) {
    const play = { playId: randomUUID(), trackId, startedAt: Date.now(), heardMs: 17_000, end: 'skipped' } as const
    await call(app, 'history.record', play)
    await shown(title)
  }
}

async function heardTracks(app: App, folder: string | null): Promise<readonly Track[]> {
  if (folder === null) return (await someAlbums(app)).slice(0, 12).flatMap((tracks) => tracks.slice(0, 1))
  const demo = await call(app, 'demo.album', null)
  const { tracks } = await call(app, 'files.open', { paths: [folder], taskId: 'screens' })
  return [...demo.tracks, ...tracks.slice(0, -1)]
}

/** The tracks of every album of the library, newest albums first. */
async function someAlbums(app: App): Promise<readonly (readonly Track[])[]> {
  const query = { sort: 'year', descending: true, filter: '' } as const
  const { rows } = await call(app, 'library.albums', { query, range: { from: 0, to: 100 } })
  const albums = await Promise.all(rows.map(({ id }) => call(app, 'library.album', { id })))
  return albums.map((album) => album?.tracks ?? [])
}
