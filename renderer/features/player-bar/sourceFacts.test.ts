import { describe, expect, it } from 'vitest'
import { failure } from '../../../src/failure/index.ts'
import { createTranslator, languages, speak } from '../../../src/i18n/index.ts'
import type { StreamInfo } from '../../../src/streams/index.ts'
import { testTrack } from '../../player/controller/testing/index.ts'
import { arrivingFormat, passedOver, sourceFacts } from './sourceFacts.ts'

const { t } = createTranslator()
const track = testTrack('a', { origin: 'node' })
const info = (changes: Partial<StreamInfo> = {}): StreamInfo => ({
  trackId: 'a',
  state: 'open',
  route: 'direct',
  sourceName: 'qobuz',
  nodeName: 'Home',
  nodeFailure: null,
  format: 'flac',
  isLossless: true,
  bitRate: 900_000,
  sampleRateHz: 44_100,
  heldBytes: 2_000_000,
  totalBytes: 8_000_000,
  throughput: 4_000_000,
  passed: [],
  ...changes,
})
const values = (stream: StreamInfo | null, of = track, gain = 1): readonly string[] =>
  sourceFacts(of, stream, gain, t, 'en').map(({ label, value }) => `${label}: ${value}`)

describe('what is said of the sound', () => {
  it('a file tells where it lies and what its loudness was changed by', () => {
    const file = testTrack('f', { location: '/music/one.flac' })
    expect(values(null, file, 10 ** (-3.2 / 20))).toEqual([
      'Comes from: Your own file',
      'Lies at: /music/one.flac',
      'Loudness: -3.2 dB',
    ])
    expect(values(null, testTrack('d', { origin: 'demo' }))).toEqual([
      'Comes from: The album that ships with Melofy',
      'Loudness: As recorded',
    ])
  })

  it('a track of a node tells its way, how much is here and how fast the rest comes', () => {
    expect(values(info())).toEqual([
      'Comes from: The original from qobuz',
      'NodeLink server: Home',
      'Kept here: 2 MB of 8 MB, arriving at 4,000 kbit/s',
      'Loudness: As recorded',
    ])
    expect(values(info({ route: 'pcm', heldBytes: 8_000_000 }))).toContain('Comes from: qobuz, decoded by Home')
    expect(values(info({ heldBytes: 8_000_000 }))).toContain('Kept here: 8 MB of 8 MB')
    expect(values(info({ totalBytes: null, throughput: null }))).toContain('Kept here: 2 MB')
    expect(values(info({ route: null, state: 'looking' }))).toContain('Comes from: A way is being looked for')
    expect(values(info({ state: 'failed' }))).toContain('Comes from: No way was found')
    expect(values(null)).toContain('Comes from: A way is being looked for')
  })

  it('a server that is away says what happened and what to do', () => {
    const [, server] = sourceFacts(track, info({ nodeFailure: failure('node-unreachable') }), 1, t, 'en')
    expect(server?.value).toBe('Home: Your NodeLink server cannot be reached')
    expect(server?.note).toContain('Check that the server runs')
  })

  it('why a better way was passed over', () => {
    const passed = [{ route: 'direct' as const, nodeName: 'Home', failure: failure('node-cluster-only-pcm') }]
    expect(passedOver(info({ passed }), t)).toEqual([`Original (Home): ${t('failure.node-cluster-only-pcm.what')}`])
  })

  it('the format is the one that arrives', () => {
    expect(arrivingFormat(track, null)).toBe(track.format)
    expect(arrivingFormat(track, info({ format: 'opus', isLossless: false, bitRate: 160_000 }))).toMatchObject({
      codec: 'OPUS',
      lossless: false,
      bitRateBps: 160_000,
    })
  })
})

it('has words in every language', async () => {
  for (const { tag } of languages) {
    const translator = createTranslator()
    await speak(translator.instance, tag)
    const words = sourceFacts(track, info({ route: 'pcm' }), 2, translator.t, tag).flatMap(({ label, value }) => [
      label,
      value,
    ])
    expect(words.filter((word) => word.includes('sound.') || word === '')).toEqual([])
  }
})
