import { describe, expect, it } from 'vitest'
import type { Track } from '../../../src/music/index.ts'
import { trackOf } from '../../ui/testing/tracks.ts'
import { dayPartOf, recentItems } from './recent.ts'

const play = (track: Track) => ({
  playId: track.id,
  trackId: track.id,
  startedAt: 1,
  heardMs: 1,
  end: 'finished' as const,
  track,
})

describe('recentItems', () => {
  it('shows an album once, where it was heard last', () => {
    const one = trackOf({ id: '1', albumId: 'x', albumTitle: 'X', albumArtist: 'Ada' })
    const two = trackOf({ id: '2', albumId: 'x', albumTitle: 'X', albumArtist: 'Ada' })
    const loose = trackOf({ id: '3', title: 'Alone', artists: [] })
    expect(recentItems([play(two), play(loose), play(one)])).toMatchObject([
      { title: 'X', by: { kind: 'artist', name: 'Ada' }, albumId: 'x', track: { id: '2' } },
      { title: 'Alone', by: null, albumId: null },
    ])
  })

  it('credits an album of several artists to none of them', () => {
    const by = (...artists: readonly string[]) => {
      const tracks = artists.map((artist, index) =>
        trackOf({ id: `${index}`, albumId: 'x', albumTitle: 'X', artists: artist === '' ? [] : [artist] }),
      )
      return recentItems(tracks.map(play))[0]?.by
    }
    expect(by('Ada', 'Bo')).toEqual({ kind: 'various' })
    expect(by('Ada', 'Bo', 'Ada')).toEqual({ kind: 'various' })
    expect(by('Ada', '', 'Ada')).toEqual({ kind: 'artist', name: 'Ada' })
  })
})

describe('dayPartOf', () => {
  it('greets at the right hour', () => {
    expect([4, 5, 11, 12, 17, 18, 22, 23, 0].map(dayPartOf)).toEqual([
      'night',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
      'night',
      'night',
    ])
  })
})
