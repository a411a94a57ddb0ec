import { describe, expect, it } from 'vitest'
import type { NodeTrack } from '../nodelink/answers.ts'
import type { NodeRecording } from '../nodelink/ports.ts'
import { candidatesOf, isSameRecording, queryOf } from './candidates.ts'

const recording: NodeRecording = {
  trackId: 't',
  nodeId: 'n',
  encoded: 'e',
  sourceName: 'youtube',
  identifier: 'id',
  uri: null,
  isrc: null,
  title: 'Nachtzug (Live)',
  author: 'Späte Fähre',
  lengthMs: 180_000,
  isLive: false,
}
const track = (info: Partial<NodeTrack['info']>): NodeTrack => ({
  encoded: 'other',
  info: {
    identifier: 'other',
    isSeekable: true,
    author: 'spate fahre - Topic',
    length: 181_500,
    isStream: false,
    title: 'NACHTZUG live',
    uri: null,
    artworkUrl: null,
    isrc: null,
    sourceName: 'soundcloud',
    ...info,
  },
})

describe('the same recording', () => {
  it('is told by words and length, or by its ISRC alone', () => {
    expect(isSameRecording(recording, track({}))).toBe(true)
    const known = { ...recording, isrc: 'DE-A01-23-00001' }
    expect(isSameRecording(known, track({ isrc: 'DEA012300001', title: 'Night train', length: 1 }))).toBe(true)
    expect(isSameRecording(known, track({ isrc: 'DEA012300002' }))).toBe(false)
  })

  it.each([
    { length: 183_000 },
    { length: -1 },
    { title: 'Nachtzug' },
    { author: 'Somebody else' },
    { isStream: true },
    { sourceName: 'local' },
  ])('is not %j', (change) => {
    expect(isSameRecording(recording, track(change))).toBe(false)
  })

  it('is not the very track again', () => {
    const itself = track({ sourceName: 'youtube', identifier: 'id' })
    expect(candidatesOf(recording, [itself, { ...track({}), encoded: 'e' }, track({})])).toHaveLength(1)
  })

  it('is looked for by words that are no address, path or source', () => {
    expect(queryOf({ title: '/etc/passwd', author: 'http://10.0.0.1' })).toBe('http 10.0.0.1 etc passwd')
    expect(queryOf({ title: 'x', author: 'local:..' })).not.toContain(':')
  })
})
