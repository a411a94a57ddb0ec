import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { putMusic } from '../../main/backend/library/scan/testing/music.ts'
import { ffmpeg } from '../audio/ffmpeg.ts'
import { coverArt } from './art.ts'
import { shelf } from './shelf.ts'
import type { ShelfAlbum } from './shelf.ts'

/** Puts every album of the shelf into a folder: artist, album, tracks with tags, and the cover beside them. */
export async function putRecords(folder: string): Promise<void> {
  let sound = 0
  for (const [index, album] of shelf().entries()) {
    const place = path.join(folder, album.artist, album.title)
    for (const [at, track] of album.tracks.entries()) {
      sound += 1
      await putMusic(path.join(place, `${String(at + 1).padStart(2, '0')} ${track.title}.flac`), {
        sound,
        title: track.title,
        artist: album.artist,
        album: album.title,
        number: at + 1,
        seconds: track.seconds,
        // Known loudness: nothing here needs to be measured.
        extra: [
          `DATE=${album.year}`,
          `GENRE=${album.genre}`,
          'REPLAYGAIN_TRACK_GAIN=-6.5 dB',
          'REPLAYGAIN_TRACK_PEAK=0.9',
        ],
      })
    }
    await writeFile(path.join(place, 'cover.jpg'), await coverPicture(album, index))
  }
}

/** Which tracks lie on a mixtape, by album; all of it can be heard. */
const mixtape: readonly { readonly album: string; readonly track: number; readonly as: 'flac' | 'mp3' | 'm4a' }[] = [
  { album: 'Slow Harbour', track: 0, as: 'flac' },
  { album: 'Slow Harbour', track: 1, as: 'flac' },
  { album: '終着駅', track: 2, as: 'm4a' },
  { album: 'ليالي الميناء', track: 0, as: 'mp3' },
  { album: 'Полярный день', track: 0, as: 'flac' },
  { album: 'Longwave', track: 0, as: 'mp3' },
  { album: 'Glasshouse', track: 0, as: 'flac' },
  { album: 'Ferrous', track: 0, as: 'mp3' },
]

/** Puts a mixtape of the shelf into a folder, as files that play: a quiet tone each, with tags and the album's cover in it. */
export async function putMixtape(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const albums = shelf()
  await Promise.all(
    mixtape.map(async ({ album: title, track: number, as }, index) => {
      const at = albums.findIndex((album) => album.title === title)
      const album = albums[at]
      const track = album?.tracks[number]
      if (!album || !track) throw new Error(`${title} is not on the shelf`)
      const cover = path.join(folder, `${index}.jpg`)
      await writeFile(cover, await coverPicture(album, at))
      const tone = `sine=f=${220 + index * 30}:d=${track.seconds}:r=44100,volume=0.05`
      const tags = { title: track.title, artist: album.artist, album: album.title, track: number + 1, date: album.year }
      const inputs = ['-f', 'lavfi', '-i', tone, '-i', cover, '-map', '0:a', '-map', '1:v', '-c:v', 'copy']
      const picture = ['-disposition:v', 'attached_pic', '-id3v2_version', '3']
      const metadata = Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`])
      const file = path.join(folder, `${String(index + 1).padStart(2, '0')}.${as}`)
      await ffmpeg([...inputs, ...picture, ...metadata, file])
      await rm(cover)
    }),
  )
}

async function coverPicture(album: ShelfAlbum, index: number): Promise<Buffer> {
  return sharp(Buffer.from(coverArt(album.art, album.palette, index + 7)))
    .jpeg({ quality: 90 })
    .toBuffer()
}
