import fc from 'fast-check'
import { EncodedPacketSink, FilePathSource, Input, OGG } from 'mediabunny'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fixtures, longFixtures, type FixtureName, type FixtureSet } from '../../../../../testkit/audio/index.ts'
import type { Packet, PacketReader } from '../packets.ts'
import { fileSource, stillSource } from '../testing/file-source.ts'
import { openContainer } from './container.ts'
import { openFlac } from './flac.ts'
import { openMp3 } from './mp3.ts'

let set: FixtureSet
const opened: PacketReader[] = []

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

afterAll(() => {
  for (const reader of opened) reader.close()
})

async function openAny(path: string): Promise<PacketReader> {
  const source = await fileSource(path)
  const reader = (await openFlac(source)) ?? (await openContainer(source)) ?? (await openMp3(source))
  if (reader === null) throw new Error(`Nothing opens ${path}`)
  opened.push(reader)
  return reader
}

/** Lets the event loop go round. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** The same over a connection on which some answers take longer than others. */
async function openSlowly(path: string): Promise<PacketReader> {
  const source = await fileSource(path)
  let reads = 0
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    reads += 1
    await turns((reads * 5) % 8)
    return source.read(start, end)
  }
  const slow = { ...source, read, scan: read }
  const reader = (await openFlac(slow)) ?? (await openContainer(slow)) ?? (await openMp3(slow))
  if (reader === null) throw new Error(`Nothing opens ${path}`)
  opened.push(reader)
  return reader
}

async function allPackets(reader: PacketReader): Promise<Packet[]> {
  const packets: Packet[] = []
  await reader.seek(Number.MIN_SAFE_INTEGER)
  for (let packet = await reader.next(); packet !== null; packet = await reader.next()) packets.push(packet)
  return packets
}

const seekable: FixtureName[] = [
  'wav44',
  'flac44',
  'flac24bit96k',
  'mp3Cbr',
  'mp3Vbr',
  'mp3NoHeader',
  'mp3Mono22',
  'm4a',
  'm4aSmpb',
  'ogg',
  'opus',
  'webmOpus',
  'webmVorbis',
]

describe.each(['wav44', 'flac44', 'mp3Vbr', 'm4a', 'ogg', 'opus', 'webmOpus'] as const)('%s', (name) => {
  it('is not led astray by a packet that was still under way when a seek came', async () => {
    const reader = await openSlowly(set.files[name].path)
    const packets = await allPackets(reader)
    const begin = packets[Math.floor(packets.length / 2)]?.startFrame ?? 0
    // However far the abandoned packet had come by then.
    for (let lead = 0; lead < 24; lead += 1) {
      await reader.seek(0)
      await reader.next()
      const abandoned = reader.next()
      await turns(lead)
      await reader.seek(begin)
      const [packet] = await Promise.all([reader.next(), abandoned])
      const index = packets.findIndex((each) => each.startFrame === packet?.startFrame)
      expect(packet?.startFrame).toBeLessThanOrEqual(begin)
      expect(index).toBeGreaterThan(packets.length / 2 - 3)
      expect(packet?.data).toEqual(packets[index]?.data)
      expect((await reader.next())?.startFrame).toBe(packets[index + 1]?.startFrame)
    }
  })
})

describe.each(seekable)('%s', (name) => {
  it('counts its frames without holes', async () => {
    const packets = await allPackets(await openAny(set.files[name].path))
    expect(packets.length).toBeGreaterThan(10)
    const holes = packets.filter((packet, index) => {
      const following = packets[index + 1]
      return (
        packet.frames !== null && following !== undefined && following.startFrame !== packet.startFrame + packet.frames
      )
    })
    expect(holes).toEqual([])
  })

  it('seeks to the packet that holds the frame, and goes on as if it had played up to there', async () => {
    const reader = await openAny(set.files[name].path)
    const packets = await allPackets(reader)
    const last = packets.at(-1)?.startFrame ?? 0
    // Just before a packet begins is where rounded times lie.
    const edges = packets.slice(1).map(({ startFrame }) => Math.max(0, startFrame - 6))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.integer({ min: 0, max: last }), fc.constantFrom(...edges)), async (frame) => {
        await reader.seek(frame)
        const found = await reader.next()
        const following = await reader.next()
        const index = packets.findIndex(
          (packet) => packet.startFrame === found?.startFrame && Buffer.compare(packet.data, found.data) === 0,
        )
        expect(index).toBeGreaterThanOrEqual(0)
        expect(found?.startFrame).toBeLessThanOrEqual(frame)
        expect(following?.startFrame ?? null).toBe(packets[index + 1]?.startFrame ?? null)
        // No more than two packets early: the pre-roll is counted in frames.
        expect(packets[index + 2]?.startFrame ?? Number.POSITIVE_INFINITY).toBeGreaterThan(frame)
      }),
      { numRuns: 60 },
    )
  })
})

it.each(['flac44', 'flac24bit96k', 'mp3Cbr', 'mp3Vbr', 'm4aSmpb'] as const)(
  'knows the exact length of %s',
  async (name) => {
    const fixture = set.files[name]
    const reader = await openAny(fixture.path)
    expect((reader.trimEnd ?? 0) - reader.trimStart).toBe(fixture.frames)
  },
)

it('jumps in a three-hour MP3 of constant bit rate to where walking would lead', async () => {
  const { mp3 } = await longFixtures()
  const source = await fileSource(mp3.path)
  const reads: number[] = []
  const counted = {
    ...source,
    scan: (start: number, end: number) => (reads.push(end - start), source.scan(start, end)),
  }
  const jumping = await openMp3(counted)
  const walking = await openMp3(source)
  if (jumping === null || walking === null) throw new Error('The three-hour file does not open.')
  const target = Math.floor(mp3.frames * 0.7)
  await jumping.seek(target)
  // Walk in steps too short for a jump.
  for (let frame = 0; frame < target; frame += 400 * 1152) await walking.seek(frame)
  await walking.seek(target)
  expect(await jumping.next()).toEqual(await walking.next())
  expect(reads).toEqual([])
}, 120_000)

it('survives every prefix of a file', async () => {
  for (const name of ['flac44', 'mp3Vbr', 'm4a', 'ogg', 'webmOpus'] as const) {
    const whole = await fileSource(set.files[name].path)
    const size = whole.end
    for (let cut = 1; cut < size; cut = Math.ceil(cut * 1.7)) {
      const read = (start: number, end: number) => whole.read(start, Math.min(end, cut))
      const source = stillSource(cut, read)
      // Either nothing is found, or what is found can be read to its end, or it says that it is broken.
      const attempt = async () => {
        const reader = (await openFlac(source)) ?? (await openContainer(source)) ?? (await openMp3(source))
        return reader === null ? [] : await allPackets(reader)
      }
      const outcome = await attempt().catch((error: unknown) => error)
      expect(Array.isArray(outcome) || outcome instanceof Error).toBe(true)
    }
  }
})

it('knows that a WAV cut short should have been longer, and promises nothing for one written as a stream', async () => {
  const cut = await openAny(set.bad.truncatedWav)
  const packets = await allPackets(cut)
  const end = (packets.at(-1)?.startFrame ?? 0) + (packets.at(-1)?.frames ?? 0)
  expect(cut.promisedEnd ?? 0).toBeGreaterThan(end + cut.sampleRateHz / 10)
  const whole = await fileSource(set.files.wav44.path)
  const read = async (start: number, stop: number): Promise<Uint8Array> => {
    const bytes = await whole.read(start, stop)
    const sizeAt = Buffer.from(bytes).indexOf('data') + 4
    return start === 0 || sizeAt < 4 ? bytes : bytes.fill(0xff, sizeAt, sizeAt + 4)
  }
  const streamed = await openContainer({ ...whole, read })
  expect(streamed?.promisedEnd).toBe(streamed?.lengthHint)
})

it('gives the first packet of a WebM before it looks at the end of the file for the padding', async () => {
  const source = await fileSource(set.files.webmOpus.path)
  let scans = 0
  const reader = await openContainer({ ...source, scan: (start, end) => ((scans += 1), source.scan(start, end)) })
  expect((await reader?.next())?.data.length).toBeGreaterThan(0)
  expect(scans).toBe(0)
  expect(await reader?.readPaddingFrames?.()).toBeGreaterThan(0)
  expect(scans).toBeGreaterThan(0)
  source.close()
})

it('seeks in three hours of Opus to where a search by halves leads, with a few reads', async () => {
  const { opus } = await longFixtures()
  const source = await fileSource(opus.path)
  const places: number[] = []
  const read = (start: number, end: number): Promise<Uint8Array> => (places.push(start), source.read(start, end))
  const reader = await openContainer({ ...source, read, scan: read })
  const input = new Input({ formats: [OGG], source: new FilePathSource(opus.path) })
  const track = await input.getPrimaryAudioTrack()
  if (reader === null || track === null) throw new Error('The three-hour file does not open.')
  const sink = new EncodedPacketSink(track)
  await reader.prepareSeeking?.(() => false)
  for (const share of [0.8, 0.31, 0.0001, 0.9999, 0.55, 1]) {
    const frame = Math.floor(opus.frames * share)
    places.length = 0
    await reader.seek(frame)
    const blocks = new Set(places.map((place) => Math.floor(place / (256 * 1024))))
    const expected = await sink.getPacket(frame / 48_000)
    const found = await reader.next()
    expect(found?.data).toEqual(expected?.data)
    expect(found?.startFrame).toBe(Math.round((expected?.timestamp ?? 0) * 48_000))
    // The head of the file is at hand; besides, the place itself and what lies around it.
    expect(blocks.size).toBeLessThanOrEqual(4)
  }
  // A seek that another one overtakes, whichever is done first.
  const goal = Math.floor(opus.frames * 0.7)
  const overtaken = reader.seek(Math.floor(opus.frames * 0.2))
  await Promise.all([reader.seek(goal), overtaken])
  const expected = await sink.getPacket(goal / 48_000)
  expect((await reader.next())?.data).toEqual(expected?.data)
  const following = expected === null ? null : await sink.getNextPacket(expected)
  expect((await reader.next())?.data).toEqual(following?.data)
  reader.close()
  input.dispose()
  source.close()
}, 120_000)

describe('a demuxer is let go', () => {
  it('by whoever closes the reader, and where there is nothing for it to read', async () => {
    const dispose = vi.spyOn(Input.prototype, 'dispose')
    const reader = await openContainer(await fileSource(set.files.webmOpus.path))
    expect(dispose).not.toHaveBeenCalled()
    reader?.close()
    expect(dispose).toHaveBeenCalledTimes(1)
    expect(await openContainer(await fileSource(set.files.mp3Cbr.path))).toBeNull()
    expect(dispose).toHaveBeenCalledTimes(2)
    const source = await fileSource(set.files.webmOpus.path)
    const broken = { ...source, read: () => Promise.reject(new Error('gone')) }
    await expect(openContainer(broken)).rejects.toThrow('gone')
    expect(dispose).toHaveBeenCalledTimes(3)
    dispose.mockRestore()
  })
})
