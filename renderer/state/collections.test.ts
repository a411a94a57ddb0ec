import { describe, expect, it } from 'vitest'
import type { QueueContext } from '../../src/contract/index.ts'
import type { Track } from '../../src/music/index.ts'
import { setStage } from '../player/controller/testing/index.ts'
import { trackOf } from '../ui/testing/tracks.ts'
import {
  collectionOfKnown,
  collectionOfOpened,
  collectionOfQueue,
  contextOf,
  withOpened,
  withRestored,
} from './collections.ts'

const one = trackOf({ id: '1', albumId: 'x', albumTitle: 'X', trackNumber: 1, albumArtist: 'Ada' })
const two = trackOf({ id: '2', albumId: 'x', albumTitle: 'X', trackNumber: 2 })
const ten = trackOf({ id: '10', albumId: 'x', albumTitle: 'X', trackNumber: 1, discNumber: 2 })
const loose = trackOf({ id: '3', albumId: null })

describe('collectionOfOpened', () => {
  it('is an album when every file belongs to it, in the album’s order', () => {
    const album = collectionOfOpened([ten, two, one], 'folder', 'opened-1')
    expect(album).toMatchObject({ id: 'x', kind: 'album', title: 'X', artist: 'Ada' })
    expect(album.tracks.map((track) => track.id)).toEqual(['1', '2', '10'])
  })

  it('keeps mixed files as they came, under the folder’s name', () => {
    const files = collectionOfOpened([two, loose, one], 'folder', 'opened-1')
    expect(files).toMatchObject({ id: 'opened-1', kind: 'files', title: 'folder', artist: null })
    expect(files.tracks).toEqual([two, loose, one])
  })

  it('does not take files without an album for one album', () => {
    expect(collectionOfOpened([loose, loose], 'folder', 'opened-1').kind).toBe('files')
  })
})

describe('collectionOfKnown', () => {
  it('takes each track once, in the album’s order', () => {
    const album = collectionOfKnown('x', [two, loose, one, two])
    expect(album?.tracks.map((track) => track.id)).toEqual(['1', '2'])
  })

  it('is nothing when no track is known', () => {
    expect(collectionOfKnown('y', [one])).toBeNull()
  })
})

describe('collectionOfQueue', () => {
  const tracks = [two, loose, ten, one]
  /** A stored queue that is back: shuffled, one played, one of another list queued in between. */
  const restored = async (context: QueueContext, list: readonly Track[] = tracks) => {
    const first = setStage()
    first.player.playNow(list, { startIndex: 1, context, shuffle: true })
    first.player.next()
    first.player.playNext([trackOf({ id: 'other' })])
    await first.time.advance(5_000)
    const library = [...list, trackOf({ id: 'other' })]
    const second = setStage({ stored: first.backend.stored, library })
    await second.time.advance(5_000)
    return collectionOfQueue(second.player.view.queue)
  }

  it('finds opened files again as they came, under their name', async () => {
    const files = collectionOfOpened(tracks, 'folder', 'opened-1')
    expect(await restored(contextOf(files))).toEqual(files)
  })

  it('finds an opened album again', async () => {
    const album = collectionOfOpened([ten, one, two], 'folder', 'opened-1')
    expect(await restored(contextOf(album), album.tracks)).toEqual(album)
  })

  it('takes neither the included album nor loose tracks for something opened', async () => {
    const demo = ['1', '2'].map((id) => trackOf({ id, albumId: 'x', albumTitle: 'X', origin: 'demo' }))
    expect(await restored({ kind: 'album', id: 'x', title: 'X' }, demo)).toBeNull()
    expect(await restored({ kind: 'tracks', id: null, title: '' })).toBeNull()
  })

  it('takes what plays from the library for nothing that was opened', async () => {
    for (const kind of ['artist', 'playlist', 'folder', 'search'] as const) {
      expect(await restored({ kind, id: 'x', title: 'X' })).toBeNull()
    }
    expect(await restored({ kind: 'library', id: null, title: 'All tracks' })).toBeNull()
  })

  it('stands behind what was opened since, once', () => {
    const earlier = collectionOfOpened([loose], 'folder', 'opened-1')
    const since = collectionOfOpened([one], 'folder', 'opened-2')
    expect(withRestored([since], earlier)).toEqual([since, earlier])
    expect(withRestored([since, earlier], earlier)).toEqual([since, earlier])
    expect(withRestored([since], null)).toEqual([since])
  })
})

describe('withOpened', () => {
  it('lists the same album once, the latest first', () => {
    const files = collectionOfOpened([loose], 'folder', 'opened-1')
    const album = collectionOfOpened([one], 'folder', 'opened-2')
    const again = collectionOfOpened([one, two], 'folder', 'opened-3')
    const opened = withOpened(withOpened(withOpened([], album), files), again)
    expect(opened).toEqual([again, files])
  })
})
