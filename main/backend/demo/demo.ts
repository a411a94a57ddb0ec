import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { audioPath, coverPath, type Reply, success } from '../../../src/contract/index.ts'
import type { Album, Track } from '../../../src/music/index.ts'
import { keepCover } from '../covers/index.ts'
import type { Log } from '../log/index.ts'
import type { MediaFile } from '../media/index.ts'
import type { StoredTrack, TrackRepository } from '../store/index.ts'
import { mimeTypeOf, type TagReader } from '../tags/index.ts'
import { type Manifest, manifestSchema } from './manifest.ts'

export interface DemoOptions {
  /** `demo` inside the app's resources. */
  readonly folder: string
  readonly tracks: TrackRepository
  readonly tags: TagReader
  readonly coverFolder: string
  readonly log: Log
}

/** The album that ships with the app. */
export interface Demo {
  /** The album; without tracks when it is missing from this installation. */
  album(): Promise<Album>
  /** The file behind one of its tracks, for the media handler. */
  audioFile(trackId: string): Promise<MediaFile | undefined>
}

const albumId = 'demo'
/** Begins the id of every demo track, so that most ids need no look into the album. */
const idPrefix = 'demo-'

type ManifestTrack = Manifest['tracks'][number]

const demoTrackId = (file: string): string =>
  `${idPrefix}${createHash('sha256').update(file).digest('base64url').slice(0, 16)}`

export function createDemo(options: DemoOptions): Demo {
  const { tracks, tags, coverFolder, log } = options
  let opened: Promise<{ readonly folder: string; readonly manifest: Manifest } | null> | undefined

  function open() {
    opened ??= readManifest(options.folder, log)
    return opened
  }

  async function storedTrack(
    folder: string,
    album: Manifest,
    entry: ManifestTrack,
    place: number,
    coverHash: string | null,
  ): Promise<Reply<StoredTrack>> {
    const id = demoTrackId(entry.file)
    const file = path.join(folder, entry.file)
    const known = tracks.trackById(id)
    const facts = await stat(file).catch(() => undefined)
    const isKnown = known !== undefined && facts?.size === known.sizeBytes && facts.mtimeMs === known.modifiedMs
    const read = isKnown
      ? success({ ...known.track, sizeBytes: known.sizeBytes, modifiedMs: known.modifiedMs })
      : await tags.read({ path: file, name: entry.file, coverFolder })
    if (!read.ok) return read
    const track: Track = {
      id,
      title: entry.title,
      artists: entry.artists,
      albumTitle: album.title,
      albumArtist: album.artist,
      albumId,
      trackNumber: place + 1,
      discNumber: null,
      year: album.year,
      genre: read.value.genre,
      durationMs: entry.durationMs,
      audioPath: audioPath(id),
      coverPath: coverHash === null ? null : coverPath(coverHash),
      format: read.value.format,
      loudness: read.value.loudness,
      origin: 'demo',
      genres: [],
      isrc: null,
      segment: null,
      missing: false,
      location: null,
    }
    // No path: where the app lies changes with every update, and with every start of an AppImage.
    const { sizeBytes, modifiedMs } = read.value
    return success({ track, path: null, sizeBytes, modifiedMs, coverHash })
  }

  return {
    async album() {
      const found = await open()
      if (found === null) return { id: albumId, title: '', artist: '', year: null, coverPath: null, tracks: [] }
      const { folder, manifest } = found
      const coverHash = await keepAlbumCover(folder, manifest.cover, coverFolder)
      const replies = await Promise.all(
        manifest.tracks.map((entry, place) => storedTrack(folder, manifest, entry, place, coverHash)),
      )
      const stored = replies.flatMap((reply) => (reply.ok ? [reply.value] : []))
      for (const reply of replies) {
        if (!reply.ok) log.warn('A demo track cannot be used', { code: reply.error.code })
      }
      tracks.saveTracks(stored)
      return {
        id: albumId,
        title: manifest.title,
        artist: manifest.artist,
        year: manifest.year,
        coverPath: coverHash === null ? null : coverPath(coverHash),
        tracks: stored.map(({ track }) => track),
      }
    },
    async audioFile(trackId) {
      if (!trackId.startsWith(idPrefix)) return undefined
      const found = await open()
      const entry = found?.manifest.tracks.find(({ file }) => demoTrackId(file) === trackId)
      if (!found || !entry) return undefined
      const container = tracks.trackById(trackId)?.track.format.container ?? ''
      return { path: path.join(found.folder, entry.file), name: entry.file, mimeType: mimeTypeOf(container) }
    },
  }
}

async function readManifest(folder: string, log: Log) {
  try {
    const real = await realpath(folder)
    const text = await readFile(path.join(real, 'album.json'), 'utf8')
    return { folder: real, manifest: manifestSchema.parse(JSON.parse(text)) }
  } catch (error) {
    log.warn('The demo album is missing or damaged', { error: error instanceof Error ? error : undefined })
    return null
  }
}

async function keepAlbumCover(folder: string, name: string | null, coverFolder: string): Promise<string | null> {
  if (name === null) return null
  try {
    return await keepCover(coverFolder, await readFile(path.join(folder, name)))
  } catch {
    return null
  }
}
