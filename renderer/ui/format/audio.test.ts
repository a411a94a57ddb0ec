import { describe, expect, it } from 'vitest'
import { trackOf } from '../testing/tracks.ts'
import { shortFormat } from './audio.ts'

const { format } = trackOf({ id: '1' })

describe('shortFormat', () => {
  it('shows resolution where nothing is lost, and bit rate where something is', () => {
    expect(shortFormat(format, 'en')).toBe('FLAC 16/44.1')
    expect(shortFormat({ ...format, bitsPerSample: 24, sampleRateHz: 96_000 }, 'en')).toBe('FLAC 24/96')
    expect(shortFormat({ ...format, lossless: false, codec: 'MP3', bitRateBps: 319_800 }, 'en')).toBe('MP3 320')
  })

  it('shows the codec alone when the file says no more', () => {
    expect(shortFormat({ ...format, bitsPerSample: null }, 'en')).toBe('FLAC')
    expect(shortFormat({ ...format, lossless: false, codec: 'Opus', bitRateBps: null }, 'en')).toBe('Opus')
  })
})
