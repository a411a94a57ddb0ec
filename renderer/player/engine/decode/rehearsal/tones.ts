import flac from './tone.flac?inline'
import m4a from './tone.m4a?inline'
import mp3 from './tone.mp3?inline'
import ogg from './tone.ogg?inline'
import webm from './tone.webm?inline'

/**
 * A quarter of a second of sound in each format: 440 Hz, one channel, 44.1 kHz; MP3, AAC in MP4, Opus in WebM, Vorbis in Ogg, FLAC. Made by
 * ffmpeg from its own `sine`.
 */
export function tones(): readonly Uint8Array<ArrayBuffer>[] {
  return [mp3, m4a, webm, flac, ogg].map(bytesOf)
}

/** The bytes of a `data:` URL, which a page may not fetch. */
function bytesOf(url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
}
