import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeName, seeded } from '../../testkit/library/index.ts'
import { ffmpeg } from './ffmpeg.ts'
import { mendPages } from './ogg-pages.ts'

/** Formats of the collection, one of them an album. */
const codecs = {
  flac: ['-c:a', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '128k', '-id3v2_version', '4'],
  m4a: ['-c:a', 'aac', '-b:a', '128k'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '4'],
  opus: ['-c:a', 'libopus', '-b:a', '96k'],
} as const

type Format = keyof typeof codecs

const formats: readonly Format[] = ['flac', 'mp3', 'm4a', 'ogg', 'opus']
const seconds = 8
export const tracksPerAlbum = 10

/** Words that a template has in its tags; each file gets others of the same length. The letter keeps all of them in UTF-8. */
const blanks = {
  title: 'é-title'.padEnd(39, '~'),
  artist: 'é-artist'.padEnd(39, '~'),
  album: 'é-album'.padEnd(39, '~'),
}
const blankBytes = 40
/** In the cover, as the comment of a JPEG: every album has a picture of its own. */
const coverBlank = '~cover-mark~'
/** From the end of the sound: bytes there make every file another recording. */
const markFromEnd = 64
const markBytes = 8

interface Template {
  readonly format: Format
  readonly bytes: Buffer
  /** Where the words stand, in bytes. */
  readonly places: Readonly<Record<keyof typeof blanks, readonly number[]>>
  readonly cover: { readonly at: number; readonly encoding: 'latin1' | 'base64' }
  readonly soundMark: number
}

/**
 * Writes albums of ten tagged files with covers, all different in tags and sound, and answers how many files there are: real
 * encoders' files, each with its own words put in the place of others.
 */
export async function makeCollection(folder: string, albums: number): Promise<number> {
  const templates = await makeTemplates(`${folder}-templates`)
  const pick = seeded(11)
  let writing: Promise<void>[] = []
  for (let album = 0; album < albums; album += 1) {
    const artist = words(pick, `a${Math.floor(album / 3)}`)
    const title = words(pick, `l${album}`)
    const place = path.join(folder, artist.trim(), title.trim())
    await mkdir(place, { recursive: true })
    const ofFormat = templates[album % templates.length] ?? []
    for (const [index, template] of ofFormat.entries()) {
      const file = fill(template, { title: words(pick, `t${index}`), artist, album: title }, album, index)
      writing.push(writeFile(path.join(place, `${index + 1}.${template.format}`), file))
    }
    if (album % 8 !== 7) continue
    await Promise.all(writing)
    writing = []
  }
  await Promise.all(writing)
  return albums * tracksPerAlbum
}

/** A name of exactly so many bytes, made distinct by its ending. */
function words(pick: (below: number) => number, ending: string): string {
  let name = `${makeName(pick)} ${ending}`
  while (Buffer.byteLength(name) > blankBytes) name = name.slice(1)
  return `${name}${'.'.repeat(blankBytes - Buffer.byteLength(name))}`
}

function fill(
  { format, bytes, places, cover, soundMark }: Template,
  said: Readonly<Record<keyof typeof blanks, string>>,
  album: number,
  index: number,
): Buffer {
  const file = Buffer.from(bytes)
  for (const key of ['title', 'artist', 'album'] as const) for (const at of places[key]) file.write(said[key], at)
  const mark = String(album).padStart(coverBlank.length, '0')
  file.write(cover.encoding === 'base64' ? Buffer.from(mark).toString('base64') : mark, cover.at, 'latin1')
  file.writeUInt32BE(album, soundMark)
  file.writeUInt32BE(index, soundMark + 4)
  const changed = [...Object.values(places).flat(), cover.at, soundMark]
  return format === 'ogg' || format === 'opus' ? mendPages(file, changed) : file
}

/** The ten tracks of an album in each format. */
async function makeTemplates(folder: string): Promise<readonly (readonly Template[])[]> {
  await mkdir(folder, { recursive: true })
  const picture = path.join(folder, 'cover.jpg')
  await ffmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=800x800:d=1', '-frames:v', '1', '-q:v', '3', picture])
  const plain = await readFile(picture)
  const comment = Buffer.from([0xff, 0xfe, 0, coverBlank.length + 2])
  const cover = Buffer.concat([plain.subarray(0, 2), comment, Buffer.from(coverBlank), plain.subarray(2)])
  await writeFile(picture, cover)
  const sources = Array.from({ length: formats.length }, (_, at) => at)
  return Promise.all(sources.map((at) => templatesOf(folder, formats[at] ?? 'flac', picture, cover)))
}

async function templatesOf(folder: string, format: Format, picture: string, cover: Buffer): Promise<Template[]> {
  const sound = path.join(folder, `sound.${format}`)
  const tone = `sine=f=330:r=48000:d=${seconds},volume=0.3`
  await ffmpeg(['-f', 'lavfi', '-i', tone, '-ac', '2', ...codecs[format], sound])
  const templates: Template[] = []
  for (let number = 1; number <= tracksPerAlbum; number += 1) {
    const file = path.join(folder, `${number}.${format}`)
    const tags = {
      ...blanks,
      album_artist: blanks.artist,
      genre: 'Ambient',
      date: '2003',
      track: `${number}/${tracksPerAlbum}`,
    }
    const list = path.join(folder, `${format}-${number}.txt`)
    const isOgg = format === 'ogg' || format === 'opus'
    const lines = Object.entries(isOgg ? { ...tags, METADATA_BLOCK_PICTURE: pictureBlock(cover) } : tags)
    await writeFile(list, [';FFMETADATA1', ...lines.map(([key, value]) => `${key}=${escaped(value)}`), ''].join('\n'))
    const attached = isOgg ? [] : ['-map', '2:v', '-c:v', 'copy', '-disposition:v', 'attached_pic']
    const inputs = ['-i', sound, '-i', list, ...(isOgg ? [] : ['-i', picture])]
    const version = format === 'mp3' ? ['-id3v2_version', '4'] : []
    await ffmpeg([...inputs, '-map', '0:a', ...attached, '-map_metadata', '1', '-c:a', 'copy', ...version, file])
    templates.push(templateOf(format, await readFile(file)))
  }
  return templates
}

function templateOf(format: Format, bytes: Buffer): Template {
  const isOgg = format === 'ogg' || format === 'opus'
  const coverMark = isOgg ? Buffer.from(coverBlank).toString('base64') : coverBlank
  const places = {
    title: placesOf(bytes, blanks.title),
    artist: placesOf(bytes, blanks.artist),
    album: placesOf(bytes, blanks.album),
  }
  return {
    format,
    bytes,
    places,
    cover: { at: placesOf(bytes, coverMark)[0] ?? 0, encoding: isOgg ? 'base64' : 'latin1' },
    soundMark: soundEnd(format, bytes) - markFromEnd - markBytes,
  }
}

function placesOf(bytes: Buffer, text: string): readonly number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at)
  if (places.length === 0) throw new Error(`The template does not say ${text}`)
  return places
}

/** Where the sound ends: with the file, but for MP4, where the index comes after it. */
function soundEnd(format: Format, bytes: Buffer): number {
  if (format !== 'm4a') return bytes.length
  const data = bytes.indexOf('mdat')
  return data - 4 + bytes.readUInt32BE(data - 4)
}

/** A tag as a line of an ffmpeg metadata file, where some characters need a backslash. */
function escaped(value: string): string {
  return value.replaceAll(/[=;#\\\n]/g, String.raw`\$&`)
}

/** A front cover as FLAC's picture block in base64 (RFC 9639 §8.8), the way Ogg files carry one. */
function pictureBlock(jpeg: Buffer): string {
  const word = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const mime = Buffer.from('image/jpeg')
  const head = [word(3), word(mime.length), mime, word(0), ...[800, 800, 24, 0].map(word), word(jpeg.length)]
  return Buffer.concat([...head, jpeg]).toString('base64')
}
