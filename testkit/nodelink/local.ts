import { constants } from 'node:fs'
import { access, open, stat } from 'node:fs/promises'
import path from 'node:path'
import { encodeTrack } from './codec.ts'
import type { LoadResult } from './load-result.ts'

/**
 * Files on the node's own disk. The node reads no tags: the title is the file's name. Only of MP3 does it guess a length, from
 * size and first frame. An absolute path leads anywhere on the disk; only a relative one is kept inside the folder.
 */
export async function loadLocal(query: string, musicFolder: string): Promise<LoadResult> {
  const file = path.resolve(musicFolder, query)
  const fromFolder = path.relative(musicFolder, file)
  if (!path.isAbsolute(query) && (fromFolder === '..' || fromFolder.startsWith(`..${path.sep}`))) {
    return { loadType: 'error', exception: { message: 'Path traversal is not allowed.', severity: 'common' } }
  }
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!isReadable) return { loadType: 'empty', data: {} }
  const { bitrateKbps, durationMs } = await estimate(file)
  const info = {
    identifier: file,
    isSeekable: durationMs > 0,
    author: 'unknown',
    length: durationMs,
    isStream: false,
    position: 0,
    title: path.basename(file),
    uri: file,
    artworkUrl: null,
    isrc: null,
    sourceName: 'local',
    details: [],
  }
  const pluginInfo = { fileType: extensionOf(file), streamType: await streamTypeOf(file), bitrateKbps, durationMs }
  return { loadType: 'track', data: { encoded: encodeTrack(info), info, pluginInfo } }
}

export function extensionOf(file: string): string {
  return path.extname(file).slice(1).toLowerCase()
}

/** What kind of file the node takes it for, in its own words: by the first bytes, else by name, else `arbitrary`. */
export async function streamTypeOf(file: string): Promise<string> {
  const head = await firstBytes(file, 0, 4096)
  const word = (from: number, to: number): string => head.subarray(from, to).toString('latin1')
  if (word(0, 4) === 'fLaC') return 'audio/flac'
  if (word(0, 4) === 'OggS') return head.includes('OpusHead') ? 'audio/opus' : 'audio/ogg'
  if (word(0, 4) === 'RIFF' && word(8, 12) === 'WAVE') return 'audio/wav'
  if (word(0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0)) return 'audio/mpeg'
  if (word(4, 8) === 'ftyp') return 'm4a'
  if (head.readUInt32BE(0) === 0x1a45_dfa3) return 'webm'
  return typesByExtension[extensionOf(file)] ?? 'arbitrary'
}

const typesByExtension: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  m4a: 'm4a',
  mp4: 'mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
  webm: 'webm',
}

const containersByType: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/opus': 'opus',
}

export function containerOfType(streamType: string): string {
  return containersByType[streamType] ?? streamType
}

async function estimate(file: string): Promise<{ bitrateKbps: number | 'unknown'; durationMs: number }> {
  if (extensionOf(file) !== 'mp3') return { bitrateKbps: 'unknown', durationMs: -1 }
  const { size } = await stat(file)
  const head = await firstBytes(file, 0, 10)
  const tagBytes = head.toString('latin1', 0, 3) === 'ID3' ? 10 + syncSafe(head) : 0
  const bitrateKbps = bitrateOf(await firstBytes(file, tagBytes, 4)) ?? 'unknown'
  const bitsPerSecond = (bitrateKbps === 'unknown' ? 128 : bitrateKbps) * 1000
  return { bitrateKbps, durationMs: Math.floor(((size * 8) / bitsPerSecond) * 1000) }
}

function syncSafe(head: Buffer): number {
  return [6, 7, 8, 9].reduce((size, at) => (size << 7) | ((head[at] ?? 0) & 0x7f), 0)
}

const mpeg1Kbps = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const mpeg2Kbps = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

function bitrateOf(frame: Buffer): number | null {
  const second = frame[1] ?? 0
  if (frame[0] !== 0xff || (second & 0xe0) !== 0xe0) return null
  const table = (second & 0x18) === 0x18 ? mpeg1Kbps : mpeg2Kbps
  return table[((frame[2] ?? 0) >> 4) - 1] ?? null
}

/** As many as there are, padded with zeros. A folder has none. */
async function firstBytes(file: string, position: number, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count)
  const handle = await open(file)
  try {
    await handle.read(bytes, 0, count, position).catch(() => null)
  } finally {
    await handle.close()
  }
  return bytes
}
