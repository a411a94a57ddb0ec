/**
 * Makes the demo album in resources/demo: composes, plays, records, draws and tags it. Needs Node 24 and ffmpeg:
 *
 *     node scripts/demo-album/make.ts
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { album, boundsOf, tracks, type Track } from './album.ts'
import { coverSide, drawCover } from './cover/cover.ts'
import { albumText, fileStem, licenceText, type AlbumFileTrack } from './files/album-file.ts'
import { encode } from './files/encode.ts'
import { ffmpeg, repeatable } from './files/ffmpeg.ts'
import { lineLyrics, wordLyrics } from './files/lrc.ts'
import { png } from './files/png.ts'
import type { Gains } from './files/tags.ts'
import { wavOfFloats, wavOfIntegers } from './files/wav.ts'
import { toSixteenBits } from './mix/dither.ts'
import { integrated, loudnessBlocks } from './mix/loudness.ts'
import { master } from './mix/master.ts'
import { mix } from './mix/mixer.ts'
import { truePeakOf } from './mix/true-peak.ts'
import type { Performance } from './score/performance.ts'
import { cut, toDecibels, type Stereo } from './sound/stereo.ts'

interface Recorded {
  readonly track: Track
  readonly sound: Stereo
  readonly blocks: readonly number[]
  readonly peak: number
}

const shelf = join(import.meta.dirname, '..', '..', 'resources', 'demo')
const workshop = mkdtempSync(join(tmpdir(), 'demo-album-'))
const output = join(workshop, 'finished')
try {
  mkdirSync(output)
  const cover = makeCover()
  const recorded = record()
  const loudness = integrated(recorded.flatMap((one) => one.blocks))
  const peak = Math.max(...recorded.map((one) => one.peak))
  const listed = recorded.map((one, index) =>
    publish(one, index + 1, cover, {
      trackLoudness: integrated(one.blocks),
      trackPeak: one.peak,
      albumLoudness: loudness,
      albumPeak: peak,
    }),
  )
  writeFileSync(join(output, 'album.json'), albumText({ ...album, cover: 'cover.jpg', tracks: listed }))
  writeFileSync(join(output, 'LICENSE.md'), licenceText)
  // Only a whole album replaces the one on the shelf.
  rmSync(shelf, { recursive: true, force: true })
  cpSync(output, shelf, { recursive: true })
  console.log(`album: ${loudness.toFixed(2)} LUFS, peak ${toDecibels(peak).toFixed(2)} dBTP`)
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

function makeCover(): string {
  const drawn = join(workshop, 'cover.png')
  const cover = join(output, 'cover.jpg')
  writeFileSync(drawn, png(coverSide, coverSide, drawCover(coverSide)))
  ffmpeg('-i', drawn, '-pix_fmt', 'yuvj444p', '-q:v', '3', ...repeatable, cover)
  return cover
}

/** Plays each performance once and cuts it into its tracks. */
function record(): Recorded[] {
  const performances = new Map<Performance, Stereo>()
  return tracks.map((track) => {
    const { performance } = track
    const sound = performances.get(performance) ?? play(performance)
    performances.set(performance, sound)
    const { from, to } = boundsOf(track)
    const piece = cut(sound, from, to)
    return { track, sound: piece, blocks: loudnessBlocks(piece, performance.rate), peak: truePeakOf(piece) }
  })
}

function play(performance: Performance): Stereo {
  const started = Date.now()
  const { name, parts, room, frames, rate, mastering } = performance
  const sound = mix(name, parts, room, frames, rate)
  master(sound, mastering, rate)
  console.log(`${name}: played in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return sound
}

function publish({ track, sound }: Recorded, number: number, cover: string, gains: Gains): AlbumFileTrack {
  const { rate } = track.performance
  const stem = fileStem(number, track.title)
  const file = `${stem}.${track.format}`
  const frames = sound.left.length
  const wav = track.format === 'flac' ? wavOfIntegers(toSixteenBits(sound, stem), rate) : wavOfFloats(sound, rate)
  const tags = {
    title: track.title,
    artists: track.artists,
    album: album.title,
    albumArtist: album.artist,
    track: number,
    trackTotal: tracks.length,
    year: album.year,
    genre: track.genre,
    gains,
  }
  encode(wav, track.format, tags, { path: cover, side: coverSide }, workshop, join(output, file))
  console.log(
    `${file}: ${frames} frames at ${rate} Hz, ${(frames / rate).toFixed(2)} s, ` +
      `${gains.trackLoudness.toFixed(2)} LUFS, ${toDecibels(gains.trackPeak).toFixed(2)} dBTP`,
  )
  const entry = {
    file,
    title: track.title,
    artists: track.artists,
    durationMs: Math.round((frames / rate) * 1000),
    frames,
    sampleRateHz: rate,
  }
  const lyrics = lyricsOf(track, frames / rate)
  if (lyrics === undefined) return entry
  writeFileSync(join(output, `${stem}.lrc`), lyrics)
  return { ...entry, lyrics: `${stem}.lrc` }
}

function lyricsOf(track: Track, seconds: number): string | undefined {
  const header = { title: track.title, artist: track.artists.join(', '), album: album.title, length: seconds }
  if (track.lyrics === 'none') return undefined
  return (track.lyrics === 'words' ? wordLyrics : lineLyrics)(header, track.performance.lines)
}
