import { spawn } from 'node:child_process'
import type { Stereo } from './compare.ts'

/** Silence put behind the signal, in frames, so that the last frames come out whole. */
const tailFrames = 4096

/** Resamples with libsoxr through ffmpeg. The first sample stays at time 0; silence surrounds the signal. */
export async function resampleWithSoxr(sound: Stereo, fromHz: number, toHz: number): Promise<Stereo> {
  const frames = sound.left.length
  const interleaved = new Float32Array(2 * (frames + tailFrames))
  for (let frame = 0; frame < frames; frame += 1) {
    interleaved[2 * frame] = sound.left[frame] ?? 0
    interleaved[2 * frame + 1] = sound.right[frame] ?? 0
  }
  const shape = ['-f', 'f32le', '-ac', '2']
  const filter = `aresample=${toHz}:resampler=soxr:precision=28`
  const answer = await pipeThrough(
    ['-v', 'error', ...shape, '-ar', String(fromHz), '-i', 'pipe:0', '-af', filter, ...shape, 'pipe:1'],
    Buffer.from(interleaved.buffer),
  )
  const samples = new Float32Array(new Uint8Array(answer).buffer)
  const wanted = Math.ceil((frames * toHz) / fromHz)
  const side = (offset: number): Float32Array => {
    const one = new Float32Array(wanted)
    for (let frame = 0; frame < wanted; frame += 1) one[frame] = samples[2 * frame + offset] ?? 0
    return one
  }
  return { left: side(0), right: side(1) }
}

function pipeThrough(args: readonly string[], input: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(parts)) : reject(new Error(`ffmpeg ended with ${code}`)),
    )
    child.stdin.end(input)
  })
}
