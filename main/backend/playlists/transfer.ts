import type { CallInput, CallOutput } from '../../../src/contract/index.ts'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Store, StoredTrack, TrackRepository } from '../store/index.ts'
import { entriesLimit } from './changes.ts'
import type { DetailsReader } from './details.ts'
import { type FileEntry, findTracks, readPlaylistFile, writePlaylistFile } from './files/index.ts'
import { inSlices } from '../turns.ts'

/** Playlists to and from files. */
export interface Transfer {
  read(input: CallInput<'playlists.import'>, signal: AbortSignal): Promise<CallOutput<'playlists.import'>>
  write(input: CallInput<'playlists.export'>, signal: AbortSignal): Promise<CallOutput<'playlists.export'>>
}

/** Tracks read in one go. */
const sliceSize = 200
/** Of what was not found, so much of each name is answered. */
const longestName = 300

export function createTransfer(options: {
  readonly store: Store
  readonly tracks: Pick<TrackRepository, 'tracksByIds'>
  readonly details: DetailsReader
  readonly nameOf: (playlistId: string) => string
  readonly trackIds: (playlistId: string) => Promise<readonly string[]>
  /** Makes a playlist of tracks. */
  readonly create: (name: string, trackIds: readonly string[]) => Promise<PlaylistSummary>
}): Transfer {
  const { store, tracks, details } = options
  return {
    async read({ fileName, text, folder }, signal) {
      const file = await readPlaylistFile(text, entriesLimit, signal)
      const found = await findTracks(file.entries, { store, details, folder, signal })
      const trackIds = found.filter((trackId) => trackId !== null)
      const missing = file.entries.filter((_, index) => found[index] === null).map(nameOfEntry)
      const playlist = await options.create(file.title || nameOfFile(fileName), trackIds)
      return { playlist, found: trackIds.length, missing }
    },

    async write({ id, format }, signal) {
      const name = options.nameOf(id)
      const trackIds = await options.trackIds(id)
      const known = new Map<string, StoredTrack>()
      await inSlices([...new Set(trackIds)], sliceSize, (slice) => {
        signal.throwIfAborted()
        for (const stored of tracks.tracksByIds(slice)) known.set(stored.track.id, stored)
      })
      return writePlaylistFile(
        name,
        trackIds.flatMap((trackId) => known.get(trackId) ?? []),
        format,
      )
    },
  }
}

function nameOfEntry({ location, label, artist, title }: FileEntry): string {
  const words = label ?? [artist, title].filter((one) => one !== null).join(' - ')
  return (location ?? words).slice(0, longestName).toWellFormed()
}

/** "Road trip.m3u8" → "Road trip". */
function nameOfFile(fileName: string): string {
  const name = fileName.split(/[\\/]/u).at(-1) ?? fileName
  return name.replace(/\.[a-z\d]{1,5}$/iu, '') || name
}
