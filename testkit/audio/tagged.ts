import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg } from './ffmpeg.ts'
import type { TaggedName } from './names.ts'
import type { Fixture } from './types.ts'

/** What the tagged fixtures say of themselves. */
export const taggedFacts = {
  title: 'Café del Mar – 海辺 🎧',
  artist: 'Ada Lovelace',
  album: 'Proofs & Errata',
  albumArtist: 'Various Engines',
  genre: 'Ambient',
  year: 2021,
  trackNumber: 3,
  trackTotal: 11,
  discNumber: 2,
  discTotal: 4,
  /** ReplayGain 2.0, towards −18 LUFS. */
  trackGainDb: -6.5,
  trackPeak: 0.98,
  albumGainDb: -5.25,
  albumPeak: 0.99,
  /** R128_TRACK_GAIN of the Opus file: Q7.8 towards −23 LUFS. */
  r128TrackGain: -1280,
  r128AlbumGain: -2560,
} as const

const common = [
  `title=${taggedFacts.title}`,
  `artist=${taggedFacts.artist}`,
  `album=${taggedFacts.album}`,
  `album_artist=${taggedFacts.albumArtist}`,
  `genre=${taggedFacts.genre}`,
  `date=${taggedFacts.year}-05-04`,
  `track=${taggedFacts.trackNumber}/${taggedFacts.trackTotal}`,
  `disc=${taggedFacts.discNumber}/${taggedFacts.discTotal}`,
]
const replayGain = [
  `REPLAYGAIN_TRACK_GAIN=${taggedFacts.trackGainDb} dB`,
  `REPLAYGAIN_TRACK_PEAK=${taggedFacts.trackPeak}`,
  `REPLAYGAIN_ALBUM_GAIN=${taggedFacts.albumGainDb} dB`,
  `REPLAYGAIN_ALBUM_PEAK=${taggedFacts.albumPeak}`,
]
const r128 = [`R128_TRACK_GAIN=${taggedFacts.r128TrackGain}`, `R128_ALBUM_GAIN=${taggedFacts.r128AlbumGain}`]

/** Makes the tagged fixtures from a stereo source at 44.1 kHz, and one at 48 kHz for Opus. */
export async function makeTagged(
  folder: string,
  source: Fixture,
  opusSource: Fixture,
): Promise<Record<TaggedName, Fixture>> {
  const cover = path.join(folder, 'picture.png')
  await ffmpeg(['-f', 'lavfi', '-i', 'color=c=red:s=64x64:d=1', '-frames:v', '1', cover])
  const picture = vorbisPicture(await readFile(cover))
  const attach = ['-i', cover, '-map', '0:a', '-map', '1:v', '-c:v', 'copy', '-disposition:v', 'attached_pic']

  const make = async (name: string, tags: readonly string[], args: readonly string[]): Promise<Fixture> => {
    const file = path.join(folder, name)
    const input = name.endsWith('.opus') ? opusSource : source
    await ffmpeg(['-i', input.path, ...args, ...tags.flatMap((tag) => ['-metadata', tag]), file])
    return { ...input, path: file }
  }
  // A cover as a Vorbis comment is longer than a command line argument may be on some systems, so it goes in by file.
  const makeOgg = async (name: string, tags: readonly string[], codec: readonly string[]): Promise<Fixture> => {
    const list = path.join(folder, `${name}.ffmetadata`)
    const lines = [...tags, `METADATA_BLOCK_PICTURE=${picture}`].map(escapeTag)
    await writeFile(list, [';FFMETADATA1', ...lines, ''].join('\n'))
    return make(name, [], ['-i', list, '-map', '0:a', '-map_metadata', '1', ...codec])
  }
  return {
    flac: await make('tagged.flac', [...common, ...replayGain], [...attach, '-c:a', 'flac']),
    mp3: await make('tagged.mp3', [...common, ...replayGain], [...attach, '-c:a', 'libmp3lame', '-b:a', '128k']),
    m4a: await make('tagged.m4a', common, [...attach, '-c:a', 'aac', '-b:a', '128k']),
    ogg: await makeOgg('tagged.ogg', [...common, ...replayGain], ['-c:a', 'libvorbis', '-q:a', '4']),
    opus: await makeOgg('tagged.opus', [...common, ...r128], ['-c:a', 'libopus', '-b:a', '96k']),
  }
}

/** A tag as a line of an ffmpeg metadata file, where some characters of the value need a backslash. */
function escapeTag(tag: string): string {
  const cut = tag.indexOf('=')
  return `${tag.slice(0, cut)}=${tag.slice(cut + 1).replaceAll(/[=;#\\\n]/g, String.raw`\$&`)}`
}

/** A front cover as FLAC's picture block in base64 (RFC 9639 §8.8), the way Ogg files carry one. */
function vorbisPicture(png: Buffer): string {
  const word = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const mime = Buffer.from('image/png')
  const description = [word(0)]
  const shape = [64, 64, 24, 0].map(word)
  return Buffer.concat([word(3), word(mime.length), mime, ...description, ...shape, word(png.length), png]).toString(
    'base64',
  )
}
