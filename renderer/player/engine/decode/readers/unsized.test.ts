import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FixtureName, fixtures, type FixtureSet } from '../../../../../testkit/audio/index.ts'
import type { ByteSource } from '../byte-source.ts'
import type { Packet, PacketReader } from '../packets.ts'
import { bytesSource, fileSource } from '../testing/file-source.ts'
import { openAdts } from './adts.ts'
import { openContainer } from './container.ts'
import { openFlac } from './flac.ts'
import { openMp3 } from './mp3.ts'
import { openRawPcm } from './raw-pcm.ts'

let files: FixtureSet['files']
const opened: ByteSource[] = []

afterAll(() => {
  for (const source of opened) source.close()
})

beforeAll(async () => {
  files = (await fixtures()).files
}, 120_000)

async function openFile(path: string): Promise<ByteSource> {
  const file = await fileSource(path)
  opened.push(file)
  return file
}

/** The file as a stream whose length nobody knows before somebody has read to its end. */
async function streamed(path: string): Promise<ByteSource> {
  const file = await openFile(path)
  let end = Number.POSITIVE_INFINITY
  const read = async (start: number, stop: number): Promise<Uint8Array> => {
    if (stop > file.end) end = file.end
    return await file.read(start, Math.min(stop, file.end))
  }
  return {
    ...file,
    size: () => Promise.resolve(Number.isFinite(end) ? end : null),
    get end() {
      return end
    },
    get isGrowing() {
      return !Number.isFinite(end)
    },
    read,
    scan: read,
  }
}

async function open(source: ByteSource): Promise<PacketReader> {
  const reader =
    (await openFlac(source)) ?? (await openContainer(source)) ?? (await openAdts(source)) ?? (await openMp3(source))
  if (reader === null) throw new Error('nothing opens it')
  return reader
}

async function rest(reader: PacketReader): Promise<Packet[]> {
  const packets: Packet[] = []
  for (let packet = await reader.next(); packet !== null; packet = await reader.next()) packets.push(packet)
  return packets
}

const names: readonly FixtureName[] = [
  'wav44',
  'flac44',
  'mp3Cbr',
  'mp3Vbr',
  'mp3NoHeader',
  'm4aFragments',
  'aacAdts',
  'aacTs',
  'aacSegments',
  'mp3Ts',
  'ogg',
  'opus',
  'webmOpus',
  'mkaFlac',
]

describe.each(names)('%s without a known length', (name) => {
  it('gives the packets that it gives with one', async () => {
    const whole = await open(await openFile(files[name].path))
    const stream = await open(await streamed(files[name].path))
    await whole.seek(Number.MIN_SAFE_INTEGER)
    await stream.seek(Number.MIN_SAFE_INTEGER)
    const wanted = await rest(whole)
    expect(wanted.length).toBeGreaterThan(5)
    expect(await rest(stream)).toEqual(wanted)
  })

  it('is sought in to the packet, before and after its end is known', async () => {
    const whole = await open(await openFile(files[name].path))
    const stream = await open(await streamed(files[name].path))
    for (const frame of [100_000, 30_000, 0, 120_000]) {
      await whole.seek(whole.trimStart + frame)
      await stream.seek(stream.trimStart + frame)
      expect((await stream.next())?.startFrame).toBe((await whole.next())?.startFrame)
    }
    await rest(stream)
    await whole.seek(whole.trimStart + 60_000)
    await stream.seek(stream.trimStart + 60_000)
    expect((await stream.next())?.startFrame).toBe((await whole.next())?.startFrame)
  })
})

describe('segments one after another', () => {
  it('are one stream without a hole, whatever stands between them', async () => {
    for (const name of ['aacTs', 'aacSegments', 'mp3Ts'] as const) {
      const reader = await open(await openFile(files[name].path))
      const packets = await rest(reader)
      const step = name === 'mp3Ts' ? 1152 : 1024
      expect(packets.map(({ startFrame }) => startFrame - reader.trimStart)).toEqual(packets.map((_, at) => at * step))
      expect(packets.length * step).toBe(Math.ceil(files[name].frames / step) * step)
    }
  })

  it('ADTS: a stretch that is damaged is passed over', async () => {
    const file = await openFile(files.aacAdts.path)
    const bytes = (await file.read(0, file.end)).slice()
    const whole = await rest(await open(bytesSource(bytes)))
    bytes.fill(0x55, 20_000, 22_000)
    const broken = await rest(await open(bytesSource(bytes)))
    expect(broken.length).toBeLessThan(whole.length)
    expect(broken.at(-1)?.data).toEqual(whole.at(-1)?.data)
  })
})

describe('samples without a head', () => {
  const bytes = Uint8Array.from({ length: 4 * 10_000 + 3 }, (_, index) => (index * 31) & 0xff)
  const type = 'audio/x-s16le;rate=48000;channels=2'

  it('are known by their type alone', () => {
    expect(openRawPcm(bytesSource(bytes), 'audio/l16;rate=48000;channels=2')).toBeNull()
    expect(openRawPcm(bytesSource(bytes), 'audio/x-s16le')).toBeNull()
    expect(openRawPcm(bytesSource(bytes), null)).toBeNull()
    expect(openRawPcm(bytesSource(bytes), 'Audio/X-S16LE; channels=1; rate=44100')).toMatchObject({
      sampleRateHz: 44_100,
      channels: 1,
    })
  })

  it('are given frame by frame from wherever they are wanted, half a frame at the end left out', async () => {
    const reader = openRawPcm(bytesSource(bytes), type)
    if (reader === null) throw new Error('not opened')
    for (const start of [0, 1, 4095, 9999, 123]) {
      await reader.seek(start)
      const packets = await rest(reader)
      expect(Buffer.concat(packets.map(({ data }) => data))).toEqual(Buffer.from(bytes.subarray(start * 4, 40_000)))
      expect(packets[0]?.startFrame).toBe(start)
      expect(packets.reduce((sum, { frames }) => sum + (frames ?? 0), 0)).toBe(10_000 - start)
    }
    await reader.seek(20_000)
    expect(await reader.next()).toBeNull()
  })
})
