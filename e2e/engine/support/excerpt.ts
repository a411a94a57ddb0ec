import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Fixture } from '../../../testkit/audio/index.ts'
import type { Stereo } from './compare.ts'

const run = promisify(execFile)

/**
 * A few frames out of a long stereo file, without decoding all that comes before: ffmpeg seeks to a whole second at least one
 * second ahead, so that the decoder has settled, and the samples are counted from there.
 */
export async function excerpt(fixture: Fixture, frame: number, frames: number): Promise<Stereo> {
  const { path, sampleRateHz } = fixture
  const second = Math.max(0, Math.floor(frame / sampleRateHz) - 1)
  const skip = frame - second * sampleRateHz
  const decoder = path.endsWith('.opus') ? ['-c:a', 'libopus'] : []
  const cut = `atrim=start_sample=${skip}:end_sample=${skip + frames}`
  const args = [
    '-v',
    'error',
    ...decoder,
    '-ss',
    String(second),
    '-i',
    path,
    '-af',
    cut,
    '-f',
    'f32le',
    '-ac',
    '2',
    'pipe:1',
  ]
  const { stdout } = await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 2 ** 28 })
  const samples = new Float32Array(new Uint8Array(stdout).buffer)
  const side = (offset: number): Float32Array =>
    Float32Array.from({ length: samples.length / 2 }, (_, index) => samples[2 * index + offset] ?? 0)
  return { left: side(0), right: side(1) }
}
