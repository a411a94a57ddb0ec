import { z } from 'zod'
import { FailureError, type FailureCode } from '../../../../src/contract/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import type { Store, TrackRepository } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import type { NodeTrack } from '../answers.ts'
import type { NodeRecordings } from '../ports.ts'
import { sweepRecordings } from './sweep.ts'
import { type KeptRecording, recordingOf, trackOf } from './track.ts'

/** The recordings with what only this side of the backend needs of them. */
export interface RecordingStore extends NodeRecordings {
  /** `keep` for lists of any length, in portions that leave the process free for others. Rejects for `signal`. */
  keepAll(nodeId: string, found: readonly NodeTrack[], signal: AbortSignal): Promise<readonly Track[]>
  /** Where the cover of a track lies outside; null for none. */
  artworkUrl(trackId: string): string | null
  /** Forgets what was found long ago and is not used; `queued` is. Answers how many. */
  sweep(queued: ReadonlySet<string>, signal: AbortSignal): Promise<number>
}

/** Recordings kept in one go: a few ms. */
const keptPerGo = 50
/** Recordings that could not be written, kept for as long as the app runs. */
const mostUnsaved = 5000

/** Failures over which what was found can be played all the same, unsaved. */
const bearable: ReadonlySet<FailureCode> = new Set<FailureCode>(['disk-full', 'store-read-only'])

const rowSchema = z.object({
  track_id: z.string(),
  node_id: z.string(),
  encoded: z.string(),
  source_name: z.string(),
  identifier: z.string(),
  uri: z.string().nullable(),
  isrc: z.string().nullable(),
  title: z.string(),
  author: z.string(),
  length_ms: z.number().nullable(),
  is_live: z.number(),
  artwork_url: z.string().nullable(),
})

/** Recordings over the store. `now` answers Unix time in ms. */
export function createRecordings(parts: {
  readonly store: Store
  readonly tracks: Pick<TrackRepository, 'saveTracks' | 'tracksByIds'>
  readonly now: () => number
}): RecordingStore {
  const { store, tracks, now } = parts
  const unsaved = new Map<string, KeptRecording>()

  function write(recordings: readonly KeptRecording[]): void {
    for (const recording of recordings) unsaved.set(recording.trackId, recording)
    try {
      store.transaction(() => {
        for (const recording of unsaved.values()) writeOne(store, recording, now())
      })
      unsaved.clear()
    } catch (error) {
      if (!(error instanceof FailureError) || !bearable.has(error.failure.code)) throw error
      for (const trackId of [...unsaved.keys()].slice(0, -mostUnsaved)) unsaved.delete(trackId)
    }
  }

  function keep(nodeId: string, found: readonly NodeTrack[]): readonly Track[] {
    if (found.length === 0) return []
    const recordings = found.map((track) => recordingOf(nodeId, track))
    const ids = recordings.map(({ trackId }) => trackId)
    const known = new Map(tracks.tracksByIds(ids).map(({ track }): [string, Track] => [track.id, track]))
    const kept = recordings.map((recording) => trackOf(recording, known.get(recording.trackId)))
    // A recording without its track does no harm; a track without its recording could not be played.
    write(recordings)
    tracks.saveTracks(kept.map((track) => ({ track, path: null, sizeBytes: null, modifiedMs: null, coverHash: null })))
    return kept
  }

  function find(trackId: string): KeptRecording | null {
    const row = store.get(`SELECT ${columns} FROM node_recording WHERE track_id = ?`, rowSchema, trackId)
    return unsaved.get(trackId) ?? (row === undefined ? null : readRow(row))
  }

  return {
    keep,
    async keepAll(nodeId, found, signal) {
      const kept: Track[] = []
      for (let start = 0; start < found.length; start += keptPerGo) {
        if (start > 0) await breath()
        await store.room()
        signal.throwIfAborted()
        kept.push(...keep(nodeId, found.slice(start, start + keptPerGo)))
      }
      return kept
    },
    recording: find,
    artworkUrl: (trackId) => find(trackId)?.artworkUrl ?? null,
    sweep: (queued, signal) => sweepRecordings(store, queued, now(), signal),
  }
}

const columns = `track_id, node_id, encoded, source_name, identifier, uri, isrc, title, author, length_ms, is_live, artwork_url`

function writeOne(store: Store, recording: KeptRecording, foundAt: number): void {
  store.run(
    `INSERT INTO node_recording (${columns}, found_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (track_id) DO UPDATE SET node_id = excluded.node_id, encoded = excluded.encoded,
       source_name = excluded.source_name, identifier = excluded.identifier, uri = excluded.uri,
       isrc = ifnull(excluded.isrc, isrc), title = excluded.title, author = excluded.author,
       length_ms = ifnull(excluded.length_ms, length_ms), is_live = excluded.is_live,
       artwork_url = excluded.artwork_url, found_at = excluded.found_at`,
    recording.trackId,
    recording.nodeId,
    recording.encoded,
    recording.sourceName,
    recording.identifier,
    recording.uri,
    recording.isrc,
    recording.title,
    recording.author,
    recording.lengthMs,
    recording.isLive ? 1 : 0,
    recording.artworkUrl,
    foundAt,
  )
}

function readRow(row: z.infer<typeof rowSchema>): KeptRecording {
  return {
    trackId: row.track_id,
    nodeId: row.node_id,
    encoded: row.encoded,
    sourceName: row.source_name,
    identifier: row.identifier,
    uri: row.uri,
    isrc: row.isrc,
    title: row.title,
    author: row.author,
    lengthMs: row.length_ms,
    isLive: row.is_live === 1,
    artworkUrl: row.artwork_url,
  }
}
