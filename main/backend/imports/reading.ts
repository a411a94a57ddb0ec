import { FailureError, failure } from '../../../src/contract/index.ts'
import type { ImportSource } from '../../../src/imports/index.ts'
import { entriesLimit, type GrowingPlaylists } from '../playlists/index.ts'
import { type ListPlace, readLikedSongs, readPlaylist, type SpotifyClient } from '../spotify/index.ts'
import type { Store } from '../store/index.ts'
import { addRows, compare } from './again.ts'
import type { ImportJobs, StoredJob } from './jobs.ts'
import type { ImportRows } from './rows.ts'
import { rowOfSpotify, type SourceRow } from './wanted.ts'

export interface ReadingParts {
  readonly store: Store
  readonly jobs: ImportJobs
  readonly rows: ImportRows
  readonly playlists: Pick<GrowingPlaylists, 'begin' | 'grown'>
  /** Throws where Spotify is not set up. */
  readonly spotify: () => SpotifyClient
  readonly newId: () => string
  readonly onProgress: () => void
}

/**
 * Reads a list anew that was brought over before, for what is new: whole, before any of it counts. One that is marked as it was then costs one
 * request.
 */
async function readAgain(
  job: StoredJob,
  source: Exclude<ImportSource, { kind: 'file' }>,
  client: SpotifyClient,
  parts: ReadingParts,
  signal: AbortSignal,
): Promise<void> {
  const { jobs, onProgress } = parts
  const asking = { urgency: 'import' as const, signal }
  const isMarked = source.kind === 'spotify-playlist' && job.place !== null
  if (isMarked) {
    const { snapshotId } = await client.playlist(source.playlistId, { ...asking, isAnew: true })
    if (snapshotId === job.place?.mark) {
      jobs.setPhase(job.number, 'matching')
      return
    }
  }
  const list: SourceRow[] = []
  let place: ListPlace | null = null
  const steps =
    source.kind === 'spotify-liked' ? readLikedSongs(client, asking) : readPlaylist(client, source.playlistId, asking)
  for await (const step of steps) {
    signal.throwIfAborted()
    if (step.kind === 'end') continue
    place = step.place
    if ((place.total ?? 0) > entriesLimit) throw new FailureError(failure('playlist-full', { limit: entriesLimit }))
    if (step.kind === 'begin') list.length = 0
    else list.push(...step.items.map(rowOfSpotify))
    onProgress()
  }
  const { added } = await compare(job, list, parts)
  if (added.length > 0) await addRows(job, added, 'reading', parts)
  // Only now is it sure that none of them is missing: interrupted before, it is read anew and gets those that are.
  parts.store.transaction(() => {
    if (place !== null) jobs.setPlace(job.number, { ...place, total: parts.rows.end(job.number) })
    jobs.setPhase(job.number, 'matching')
  })
}

/**
 * Reads a list of Spotify's from where it was read to, page by page: a page and the place behind it are one transaction, so that whatever ends
 * the process, it goes on with the next page. When it is whole, there is a playlist for its matches. Rejects with a `FailureError`.
 */
export async function readSource(job: StoredJob, parts: ReadingParts, signal: AbortSignal): Promise<void> {
  const { store, jobs, rows, playlists, onProgress } = parts
  const { number, source } = job
  // A file was read before there was a job.
  if (source.kind === 'file') throw new FailureError(failure('internal'))
  const client = parts.spotify()
  if (job.playlistId !== null) {
    await readAgain(job, source, client, parts, signal)
    return
  }
  const asking = { urgency: 'import' as const, signal }
  let { name } = job
  if (name === '' && source.kind === 'spotify-playlist') {
    const playlist = await client.playlist(source.playlistId, asking)
    name = playlist.name.trim() === '' ? source.playlistId : playlist.name
    jobs.setName(number, name)
    onProgress()
  }
  const keepPlace = (place: ListPlace): void => {
    if ((place.total ?? 0) > entriesLimit) throw new FailureError(failure('playlist-full', { limit: entriesLimit }))
    jobs.setPlace(number, place)
  }
  const steps =
    source.kind === 'spotify-liked'
      ? readLikedSongs(client, asking, job.place)
      : readPlaylist(client, source.playlistId, asking, job.place)
  for await (const step of steps) {
    signal.throwIfAborted()
    switch (step.kind) {
      case 'begin':
        store.transaction(() => {
          rows.clear(number)
          keepPlace(step.place)
        })
        break
      case 'page':
        store.transaction(() => {
          rows.insert(number, step.offset, step.items.map(rowOfSpotify))
          keepPlace(step.place)
        })
        break
      case 'end': {
        const playlistId = parts.newId()
        store.transaction(
          () => {
            jobs.startMatching(number, step.total, playlistId)
            playlists.begin(playlistId, name)
          },
          { durable: true },
        )
        playlists.grown(playlistId)
        break
      }
      default:
        step satisfies never
    }
    onProgress()
  }
}
