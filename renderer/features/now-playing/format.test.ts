import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../../src/i18n/index.ts'
import { trackOf } from '../../ui/testing/tracks.ts'
import { formatParts } from './format.ts'

const { t } = createTranslator()
const { format } = trackOf({ id: '1' })

describe('formatParts', () => {
  it('names what a lossless file holds', () => {
    expect(formatParts(format, t, 'en')).toEqual(['FLAC', '44.1 kHz', '16 bit', 'lossless'])
  })

  it('names the bit rate of a lossy one, and channels only when they are not two', () => {
    const opus = { ...format, codec: 'Opus', lossless: false, sampleRateHz: 48_000, bitRateBps: 128_300, channels: 1 }
    expect(formatParts(opus, t, 'en')).toEqual(['Opus', '48 kHz', '128 kbit/s', 'mono'])
    expect(formatParts({ ...format, channels: 6 }, t, 'de')).toContain('6 channels')
    expect(formatParts(format, t, 'de')).toContain('44,1 kHz')
  })

  it('claims nothing that the file does not say', () => {
    const bare = {
      ...format,
      sampleRateHz: null,
      bitsPerSample: null,
      channels: null,
      lossless: false,
      bitRateBps: null,
    }
    expect(formatParts(bare, t, 'en')).toEqual(['FLAC'])
  })
})
