import path from 'node:path'
import { encode, encodings } from '../../../testkit/audio/encode.ts'
import { ffmpeg } from '../../../testkit/audio/ffmpeg.ts'
import { type Fixture, fixtures } from '../../../testkit/audio/index.ts'

/** A second and a bit of music in one form. */
export type Form = 'wav' | 'flac' | 'mp3Cbr' | 'm4a' | 'ogg' | 'opus' | 'webmOpus'

const frames = 57_600

/** Makes the same short piece, at 48 kHz, in several forms inside a folder. */
export async function makeForms(folder: string, names: readonly Form[]): Promise<Fixture[]> {
  const { files } = await fixtures()
  const source = { ...files.wav48, path: path.join(folder, 'piece.wav'), frames }
  await ffmpeg(['-i', files.wav48.path, '-af', `atrim=end_sample=${frames}`, '-c:a', 'pcm_s16le', source.path])
  return Promise.all(names.map((name) => encode(folder, `form-${name}`, source, encodings[name])))
}
