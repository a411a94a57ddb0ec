/** One finished piece into one tagged file. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Format } from '../album.ts'
import { ffmpeg, repeatable } from './ffmpeg.ts'
import { addFreeFormTags } from './mp4-tags.ts'
import { pictureBlock } from './picture.ts'
import { metadataFile, opusGain, plainTags, replayGain, slashedNumbers, vorbisNumbers, type Tags } from './tags.ts'

export interface Cover {
  readonly path: string
  /** Pixels. */
  readonly side: number
}

const codecs: Readonly<Record<Format, readonly string[]>> = {
  flac: ['-c:a', 'flac', '-sample_fmt', 's16', '-compression_level', '12'],
  mp3: ['-c:a', 'libmp3lame', '-q:a', '2', '-id3v2_version', '3', '-write_xing', '1'],
  m4a: ['-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart', '-movie_timescale', '44100'],
  opus: ['-c:a', 'libopus', '-b:a', '144k', '-vbr', 'on'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '6'],
}

export function encode(
  wav: Uint8Array,
  format: Format,
  tags: Tags,
  cover: Cover,
  folder: string,
  output: string,
): void {
  const source = join(folder, 'source.wav')
  const notes = join(folder, 'tags.txt')
  writeFileSync(source, wav)
  writeFileSync(notes, metadataFile(entriesFor(format, tags, cover)))
  const inside = format === 'opus' || format === 'ogg'
  const pictureInput = inside ? [] : ['-i', cover.path]
  const pictureOutput = inside
    ? []
    : [
        '-map',
        '2:v',
        '-c:v',
        'copy',
        '-disposition:v',
        'attached_pic',
        '-metadata:s:v',
        'title=Cover',
        '-metadata:s:v',
        'comment=Cover (front)',
      ]
  // Ogg keeps its comments with the stream, the others with the file.
  const metadata = inside ? ['-map_metadata', '-1', '-map_metadata:s:a', '1:g'] : ['-map_metadata', '1']
  ffmpeg(
    '-i',
    source,
    '-f',
    'ffmetadata',
    '-i',
    notes,
    ...pictureInput,
    '-map',
    '0:a',
    ...pictureOutput,
    ...metadata,
    ...codecs[format],
    ...repeatable,
    output,
  )
  if (format === 'm4a') writeFileSync(output, addFreeFormTags(readFileSync(output), replayGain(tags.gains)))
}

function entriesFor(format: Format, tags: Tags, cover: Cover): [string, string][] {
  const picture = (): [string, string] => ['METADATA_BLOCK_PICTURE', pictureBlock(readFileSync(cover.path), cover.side)]
  const numbers = format === 'mp3' || format === 'm4a' ? slashedNumbers(tags) : vorbisNumbers(tags)
  // The free-form tags of MP4 are added after ffmpeg.
  const gains = format === 'm4a' ? [] : format === 'opus' ? opusGain(tags.gains) : replayGain(tags.gains)
  const pictures = format === 'opus' || format === 'ogg' ? [picture()] : []
  return [...plainTags(tags), ...numbers, ...gains, ...pictures]
}
