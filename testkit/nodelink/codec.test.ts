import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyGrapheme } from '../property/index.ts'
import { decodeTrack, encodeTrack } from './codec.ts'

/** As the real node encoded it, for a local file. */
const fromRealNode =
  'QAAASwIACGhvc3RuYW1lAAd1bmtub3du//////////8ADS9ldGMvaG9zdG5hbWUAAQANL2V0Yy9ob3N0bmFtZQAFbG9jYWwAAAAAAAAAAA=='

const local = {
  identifier: '/etc/hostname',
  isStream: false,
  author: 'unknown',
  length: -1,
  position: 0,
  title: 'hostname',
  uri: '/etc/hostname',
  artworkUrl: null,
  isrc: null,
  sourceName: 'local',
}

describe('encoded tracks', () => {
  it('are what the real node makes of the same facts', () => {
    expect(encodeTrack(local)).toBe(fromRealNode)
    expect(decodeTrack(fromRealNode)).toEqual({
      encoded: fromRealNode,
      info: { ...local, isSeekable: true },
      details: [],
      messageFlags: 1,
    })
  })

  it('hold any facts in the lowest version that has room for them', () => {
    const text = fc.string({ unit: anyGrapheme, maxLength: 12 })
    const optional = fc.option(fc.string({ unit: anyGrapheme, minLength: 1, maxLength: 12 }))
    const info = fc.record({
      identifier: text,
      isStream: fc.boolean(),
      author: text,
      length: fc.integer(),
      position: fc.nat(),
      title: text,
      uri: optional,
      artworkUrl: optional,
      isrc: optional,
      sourceName: text,
    })
    fc.assert(
      fc.property(info, fc.array(optional, { maxLength: 3 }), (facts, details) => {
        const encoded = encodeTrack(facts, details)
        const version = Buffer.from(encoded, 'base64')[4]
        expect(version).toBe(facts.artworkUrl !== null || facts.isrc !== null ? 3 : facts.uri === null ? 1 : 2)
        const decoded = decodeTrack(encoded)
        expect(decoded.info).toEqual({ ...facts, isSeekable: !facts.isStream })
        expect(decoded.details).toEqual(details)
      }),
    )
  })

  it('hold characters outside the basic plane and the zero, in the way of Java', () => {
    const title = 'A ☃ 😀 \u0000'
    const encoded = encodeTrack({ ...local, title })
    expect(decodeTrack(encoded).info.title).toBe(title)
    expect(Buffer.from(encoded, 'base64').includes(Buffer.from('eda0bdedb88020c080', 'hex'))).toBe(true)
  })

  it('are refused in the words of the real node', () => {
    expect(() => decodeTrack('QUJD')).toThrow(
      'Decode Error at [messageHeader]: Unexpected end of buffer (need 4 bytes) (Buffer pos: 0/3)',
    )
    expect(() => decodeTrack(fromRealNode.slice(0, 40))).toThrow(
      'Decode Error at [messageBody]: Unexpected end of buffer (need 75 bytes) (Buffer pos: 4/30)',
    )
  })
})
