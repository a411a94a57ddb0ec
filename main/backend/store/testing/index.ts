import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Track } from '../../../../src/music/index.ts'
import { silentLog } from '../../log/index.ts'
import { openMemory } from '../connection.ts'
import type { Store, StoredTrack } from '../index.ts'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { createStore } from '../store.ts'

/** An empty folder of its own, which other users of the computer may enter and change. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-test-'))
  fs.chmodSync(folder, 0o777)
  return folder
}

/** An empty store in memory, at the current schema. */
export function memoryStore(): Store {
  const database = openMemory()
  migrate(database, migrations)
  return createStore(database, { log: silentLog, now: () => 0, replace: openMemory })
}

/** Overwrites a part of the file with noise. `from` and `to` are shares of its length. */
export function spoil(file: string, from: number, to: number): void {
  const content = fs.readFileSync(file)
  const start = Math.floor(content.length * from)
  for (let at = start; at < content.length * to; at += 1) content[at] = (at * 7919 + 13) % 251
  fs.writeFileSync(file, content)
}

/** A plausible track read from a file. */
export function sampleTrack(id: string, changes: Partial<Track> = {}): Track {
  return {
    id,
    title: `Title of ${id}`,
    artists: ['Ann', 'Bo'],
    albumTitle: 'An Album',
    albumArtist: 'Ann',
    albumId: 'album',
    trackNumber: 1,
    discNumber: null,
    year: 2021,
    genre: null,
    durationMs: 180_000.5,
    audioPath: `media/audio/${id}`,
    coverPath: null,
    format: {
      container: 'FLAC',
      codec: 'FLAC',
      sampleRateHz: 44_100,
      channels: 2,
      bitsPerSample: 16,
      bitRateBps: 900_000,
      lossless: true,
    },
    loudness: null,
    origin: 'file',
    genres: [],
    isrc: null,
    segment: null,
    missing: false,
    location: `/music/${id}.flac`,
    ...changes,
  }
}

/** The same with the file behind it. */
export function sampleStoredTrack(id: string, changes: Partial<StoredTrack> = {}): StoredTrack {
  return {
    track: sampleTrack(id),
    path: `/music/${id}.flac`,
    sizeBytes: 5_000_000,
    modifiedMs: 1_700_000_000_000.25,
    coverHash: null,
    ...changes,
  }
}

/** Runs `work` as a user whom file permissions bind: tests may run as root, whom they do not. */
export function asOrdinaryUser<Result>(work: () => Result): Result {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return work()
  const nobody = 65_534
  process.seteuid(nobody)
  try {
    return work()
  } finally {
    process.seteuid(0)
  }
}
