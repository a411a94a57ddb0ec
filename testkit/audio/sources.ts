import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { busyStereo, framesOf, type Signal, sliceSignal, stereoSweep, tone } from './signals.ts'
import type { Fixture } from './types.ts'
import { encodeWav } from './wav.ts'

/** Frames of the short signals: about three seconds, and a multiple of no codec's frame size. */
const shortFrames = 3 * 44_100 + 457
/** Where the gapless signal is cut: odd on purpose. */
const cutFrame = 3 * 44_100 + 1
const wholeFrames = 6 * 44_100 + 317

/** The signals that the fixtures are encoded from, written as WAV. */
export interface Sources {
  readonly busy44: Fixture
  readonly busy48: Fixture
  readonly sweep44: Fixture
  readonly sweep48: Fixture
  readonly mono44: Fixture
  readonly mono22: Fixture
  readonly mono48: Fixture
  readonly stereo8: Fixture
  readonly surround48: Fixture
  readonly studio96: Fixture
  readonly whole44: Fixture
  readonly first44: Fixture
  readonly second44: Fixture
  readonly whole48: Fixture
  readonly first48: Fixture
  readonly second48: Fixture
}

/** Writes all sources into a folder. */
export async function writeSources(folder: string): Promise<Sources> {
  const write = async (name: string, signal: Signal, sampleRateHz: number, bits: 16 | 24 = 16): Promise<Fixture> => {
    const file = path.join(folder, `source-${name}.wav`)
    await writeFile(file, encodeWav(signal, sampleRateHz, bits))
    return { path: file, sampleRateHz, channels: signal.length, frames: framesOf(signal), sourcePath: file }
  }
  const whole44 = stereoSweep(wholeFrames, 44_100)
  const whole48 = stereoSweep(wholeFrames, 48_000)
  return {
    busy44: await write('busy-44', busyStereo(shortFrames, 44_100), 44_100),
    busy48: await write('busy-48', busyStereo(shortFrames, 48_000), 48_000),
    sweep44: await write('sweep-44', stereoSweep(shortFrames, 44_100), 44_100),
    sweep48: await write('sweep-48', stereoSweep(shortFrames, 48_000), 48_000),
    mono44: await write('mono-44', stereoSweep(shortFrames, 44_100).slice(0, 1), 44_100),
    mono22: await write('mono-22', stereoSweep(shortFrames, 22_050).slice(0, 1), 22_050),
    mono48: await write('mono-48', stereoSweep(shortFrames, 48_000).slice(0, 1), 48_000),
    stereo8: await write('stereo-8', stereoSweep(3 * 8000 + 57, 8000), 8000),
    surround48: await write('surround-48', surround(), 48_000),
    studio96: await write('studio-96', busyStereo(2 * 96_000 + 331, 96_000), 96_000, 24),
    whole44: await write('whole-44', whole44, 44_100),
    first44: await write('first-44', sliceSignal(whole44, 0, cutFrame), 44_100),
    second44: await write('second-44', sliceSignal(whole44, cutFrame, wholeFrames), 44_100),
    whole48: await write('whole-48', whole48, 48_000),
    first48: await write('first-48', sliceSignal(whole48, 0, cutFrame), 48_000),
    second48: await write('second-48', sliceSignal(whole48, cutFrame, wholeFrames), 48_000),
  }
}

/** 5.1 in WAV order (left, right, centre, low, left rear, right rear), a tone of its own in each channel. */
function surround(): Signal {
  return [440, 554, 659, 60, 784, 880].map((hz) =>
    tone({ frames: shortFrames, sampleRateHz: 48_000, hz, amplitude: 0.25 }),
  )
}
