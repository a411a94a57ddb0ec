import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fixtures } from '../../../../../testkit/audio/index.ts'

/** What a piece of test music is: the same `sound` is the same recording, whatever its tags say. */
export interface Music {
  readonly sound: number
  readonly title: string
  readonly artist?: string
  readonly album?: string
  readonly number?: number
  /** How long it says it is; otherwise as long as the template. */
  readonly seconds?: number
  readonly extra?: readonly string[]
}

/** Of the template. */
const sampleRateHz = 44_100

let template: Promise<Buffer> | undefined

/** A FLAC file of this music: real, with its tags as they are written here and a sound of its own. */
export async function flacOf(music: Music): Promise<Buffer> {
  template ??= fixtures().then(({ files }) => readFile(files.flac44.path))
  const source = await template
  const streamInfo = Buffer.from(source.subarray(4, 42))
  streamInfo[0] = 0
  // The low 32 of the 36 bits that count samples (RFC 9639 §8.2), after the block's own head of 4 bytes.
  if (music.seconds !== undefined) streamInfo.writeUInt32BE(music.seconds * sampleRateHz, 18)
  // Enough of a sound to be told apart; nobody decodes it here.
  const sound = Buffer.from(source.subarray(-4000))
  sound.writeUInt32BE(music.sound, 1000)
  sound.writeUInt32BE(music.sound, 3900)
  const tags = [
    `TITLE=${music.title}`,
    ...(music.artist === undefined ? [] : [`ARTIST=${music.artist}`]),
    ...(music.album === undefined ? [] : [`ALBUM=${music.album}`]),
    ...(music.number === undefined ? [] : [`TRACKNUMBER=${music.number}`]),
    ...(music.extra ?? []),
  ]
  return Buffer.concat([Buffer.from('fLaC'), streamInfo, comments(tags), sound])
}

/** Writes a FLAC file and the folders around it. */
export async function putMusic(file: string, music: Music): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, await flacOf(music))
}

/** The last metadata block of a FLAC file: comments (RFC 9639 §8.6). */
function comments(tags: readonly string[]): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const count = Buffer.alloc(4)
  count.writeUInt32LE(tags.length)
  const body = Buffer.concat([text('test'), count, ...tags.map(text)])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  head[0] = 0x84
  return Buffer.concat([head, body])
}
