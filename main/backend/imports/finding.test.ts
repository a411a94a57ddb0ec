import fs from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure, FailureError } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { SpotifyTrack } from '../../../src/spotify/index.ts'
import type { NodeFinder } from '../nodelink/finding/index.ts'
import { createTrackRepository } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { createRecordingFinder } from './finding.ts'
import { context, copyOf, noServers, openImports, type TestImports } from './testing/index.ts'

let folder: string
let imports: TestImports

beforeEach(() => {
  folder = temporaryFolder()
  imports = openImports({ folder })
})

afterEach(async () => {
  await imports.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

function knownAs(name: string): SpotifyTrack {
  const { title, artists, albumTitle: album, durationMs, isrc } = copyOf(name)
  return { id: name, title, artists: [...artists], album, durationMs, isrc, isExplicit: false }
}

function finderOver(finder: NodeFinder) {
  const { store } = imports
  const tracks = createTrackRepository(store)
  const tracksByIds = (ids: readonly string[]) => tracks.tracksByIds(ids).map(({ track }) => track)
  const { handlers } = createRecordingFinder({ store, finder, tracksByIds })
  return async (name: string) => handlers['spotify.find']({ track: knownAs(name) }, context)
}

/** A server that finds these, and counts how often it is asked. */
function serverWith(found: readonly Track[]): NodeFinder & { asked: number } {
  const server = {
    asked: 0,
    isThere: () => true,
    async *find() {
      server.asked += 1
      yield found
    },
  }
  return server
}

describe('a recording that Spotify told of', () => {
  it('is found in the library first, then at the servers, and is known from then on', async () => {
    imports.addToLibrary([copyOf('Song 1')])
    const elsewhere = copyOf('Song 2', { origin: 'node' })
    const kept = { track: elsewhere, path: null, sizeBytes: null, modifiedMs: null, coverHash: null }
    createTrackRepository(imports.store).saveTracks([kept])
    const server = serverWith([elsewhere])
    const find = finderOver(server)
    expect(await find('Song 1')).toMatchObject({ track: { title: 'Song 1' }, nearest: null, notAsked: null })
    expect(server.asked).toBe(0)
    expect((await find('Song 2')).track).toMatchObject({ title: 'Song 2', origin: 'node' })
    expect(server.asked).toBe(1)
    expect((await find('Song 2')).track?.title).toBe('Song 2')
    expect(server.asked).toBe(1)
  })

  it('is found once: an import matches it without asking anybody', async () => {
    const find = finderOver(noServers)
    imports.addToLibrary([copyOf('Song 1')])
    await find('Song 1')
    const [job] = await imports.start({
      kind: 'file',
      fileName: 'a.csv',
      text: 'Track Name,Artist Name(s)\nSong 1,Artist of Song 1\n',
      likedName: 'Liked',
      lists: null,
    })
    await imports.settled()
    const [row] = await imports.rows(job?.id ?? '')
    expect(row?.outcome).toMatchObject({ kind: 'matched', by: 'remembered' })
  })

  it('that is nowhere is said to be nowhere, with what comes nearest, and who could not be asked', async () => {
    expect(await finderOver(noServers)('Song 1')).toEqual({
      track: null,
      nearest: null,
      hasServers: false,
      notAsked: null,
    })
    imports.addToLibrary([copyOf('Song 1', { title: 'Song 1 (live)', isrc: null })])
    const away: NodeFinder = {
      isThere: () => true,
      async *find() {
        yield* await Promise.reject<(readonly Track[])[]>(new FailureError(failure('node-unreachable')))
      },
    }
    expect(await finderOver(away)('Song 1')).toMatchObject({
      track: null,
      nearest: { title: 'Song 1 (live)' },
      hasServers: true,
      notAsked: { code: 'node-unreachable' },
    })
  })

  it('is looked for also where it was left out of a playlist before', async () => {
    const [job] = await imports.start({
      kind: 'file',
      fileName: 'a.csv',
      text: `Track Name,Artist Name(s)\nSong 1,Artist of Song 1\n`,
      likedName: 'Liked',
      lists: null,
    })
    await imports.settled()
    await imports.room.handlers['imports.decide'](
      { id: job?.id ?? '', place: 0, decision: { kind: 'leave-out' } },
      context,
    )
    imports.addToLibrary([copyOf('Song 1')])
    expect((await finderOver(noServers)('Song 1')).track?.title).toBe('Song 1')
  })
})
