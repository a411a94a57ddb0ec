import { spawn } from 'node:child_process'
import { generatedPcm } from './generated.ts'
import { pcmFormat, type Sound } from './types.ts'

const partFrames = 8192

/** A sound as the node's decoder hands it on, from a frame to its end: in parts of any size, only as fast as they are taken. */
export function pcmOf(sound: Sound, startFrame: number): AsyncIterable<Buffer> {
  return sound.kind === 'generated' ? generatedParts(sound, startFrame) : decodedParts(sound.path, startFrame)
}

/** All of it at once: what a client should have received, byte for byte. */
export async function wholePcm(sound: Sound, startFrame = 0): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of pcmOf(sound, startFrame)) parts.push(part)
  return Buffer.concat(parts)
}

async function* generatedParts(sound: Extract<Sound, { kind: 'generated' }>, start: number): AsyncGenerator<Buffer> {
  for (let frame = start; frame < sound.frames; frame += partFrames) yield generatedPcm(sound, frame, partFrames)
}

/** By ffmpeg, and cut at the front by counting: exact for every codec. What cannot be decoded has no frames at all. */
async function* decodedParts(path: string, startFrame: number): AsyncGenerator<Buffer> {
  const output = [
    '-map',
    '0:a:0',
    '-f',
    's16le',
    '-ar',
    String(pcmFormat.sampleRateHz),
    '-ac',
    String(pcmFormat.channels),
  ]
  const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', '-v', 'quiet', '-i', path, ...output, '-'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const failed = new Promise<never>((_, reject) => {
    child.on('error', (cause) => reject(new Error('ffmpeg is needed to decode what the stand-in sends', { cause })))
  })
  failed.catch(() => child.stdout.destroy())
  let skip = startFrame * pcmFormat.bytesPerFrame
  try {
    for await (const part of child.stdout) {
      if (!Buffer.isBuffer(part)) continue
      if (part.length > skip) yield part.subarray(skip)
      skip = Math.max(0, skip - part.length)
    }
  } finally {
    child.kill('SIGKILL')
  }
}
