import path from 'node:path'
import type { AppInfo } from '../../src/contract/index.ts'
import { createThumbnails, shrinkPicture } from './covers/index.ts'
import { type Demo, createDemo } from './demo/index.ts'
import { type Files, createFiles, trackIdOf } from './files/index.ts'
import type { Log } from './log/index.ts'
import { createRemoteCovers } from './nodelink/covers/index.ts'
import { createOutbound } from './outbound/index.ts'
import { createDropped, createMediaHandler, type MediaStream } from './media/index.ts'
import type { TrackRepository } from './store/index.ts'
import { createTagReader, type TagReader } from './tags/index.ts'

/** What can be played, and the way its bytes go to a page. */
export interface Playable {
  readonly files: Files
  readonly demo: Demo
  readonly tags: TagReader
  /** Where covers are kept, by their hash. */
  readonly coverFolder: string
  /** Answers for audio, covers and files dropped on a page. */
  readonly media: (request: Request) => Promise<Response>
  /** Removes copies of dropped files that none of these tracks is. Answers how many. */
  readonly sweep: (keepTrackIds: ReadonlySet<string>) => Promise<number>
  readonly close: () => Promise<void>
}

/** Puts together what reads, keeps and serves audio. Starts nothing until it is needed. */
export function createPlayable(options: {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly host: AppInfo['host']
  readonly tracks: TrackRepository
  /** Where the cover of a track lies outside; null for none. */
  readonly artworkUrl: (trackId: string) => string | null
  /** The stream behind a track that is no file; null for any other id. */
  readonly audioStream: (trackId: string) => MediaStream | null
  readonly log: Log
}): Playable {
  const { dataFolder, tracks, log } = options
  const coverFolder = path.join(dataFolder, 'covers')
  const tags = createTagReader({ log: log.scope('tags') })
  const files = createFiles({ tracks, tags, coverFolder })
  const demo = createDemo({
    folder: path.join(options.resourcesFolder, 'demo'),
    tracks,
    tags,
    coverFolder,
    log: log.scope('demo'),
  })
  const dropped = createDropped({
    folder: path.join(dataFolder, 'dropped'),
    register: (file) => files.openFile(file, true),
    trackIdOf,
    log: log.scope('dropped'),
  })
  // Nothing that a server names leads into the home network.
  const outbound = createOutbound({ trustsHost: () => false })
  const remoteFolder = path.join(dataFolder, 'thumbnails', 'remote')
  const remoteCovers = createRemoteCovers({
    folder: remoteFolder,
    addressOf: options.artworkUrl,
    outbound,
    log: log.scope('covers'),
    now: Date.now,
  })
  const media = createMediaHandler({
    audioFile: async (trackId) => (await demo.audioFile(trackId)) ?? files.audioFile(trackId),
    audioStream: options.audioStream,
    coverFolder,
    thumbnails: createThumbnails({
      coverFolder,
      folder: path.join(dataFolder, 'thumbnails'),
      shrink: shrinkPicture,
    }),
    remoteCovers: {
      coverFolder: remoteFolder,
      thumbnails: createThumbnails({
        coverFolder: remoteFolder,
        folder: path.join(remoteFolder, 'small'),
        shrink: shrinkPicture,
      }),
      get: (trackId, signal) => remoteCovers.get(trackId, signal),
    },
    // The desktop app's pages know the paths of what is dropped on them.
    upload: options.host === 'browser' ? (request, name) => dropped.upload(request, name) : null,
    log: log.scope('media'),
  })
  return {
    files,
    demo,
    tags,
    coverFolder,
    media,
    sweep: (keep) => dropped.sweep(keep),
    async close() {
      outbound.close()
      await tags.close()
    },
  }
}
