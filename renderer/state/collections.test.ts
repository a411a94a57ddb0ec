import { describe, expect, it } from 'vitest'
import { trackOf } from '../ui/testing/tracks.ts'
import { collectionOfKnown, collectionOfOpened, withOpened } from './collections.ts'

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

describe('withOpened', () => {
  it('lists the same album once, the latest first', () => {
    const files = collectionOfOpened([loose], 'folder', 'opened-1')
    const album = collectionOfOpened([one], 'folder', 'opened-2')
    const again = collectionOfOpened([one, two], 'folder', 'opened-3')
    const opened = withOpened(withOpened(withOpened([], album), files), again)
    expect(opened).toEqual([again, files])
  })
})
