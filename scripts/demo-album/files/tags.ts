/** What a file says about itself. */
export interface Tags {
  readonly title: string
  readonly artists: readonly string[]
  readonly album: string
  readonly albumArtist: string
  readonly track: number
  readonly trackTotal: number
  readonly year: number
  readonly genre: string
  readonly gains: Gains
}

/** Loudness in LUFS and true peak as a linear amplitude. */
export interface Gains {
  readonly trackLoudness: number
  readonly trackPeak: number
  readonly albumLoudness: number
  readonly albumPeak: number
}

/** ReplayGain 2.0 brings everything to -18 LUFS. */
const replayGainTarget = -18
/** RFC 7845, section 5.2.1: R128 tags bring Opus to -23 LUFS, in steps of 1/256 dB. */
const opusTarget = -23

export function replayGain(gains: Gains): [string, string][] {
  const decibels = (loudness: number): string => `${(replayGainTarget - loudness).toFixed(2)} dB`
  return [
    ['REPLAYGAIN_TRACK_GAIN', decibels(gains.trackLoudness)],
    ['REPLAYGAIN_TRACK_PEAK', gains.trackPeak.toFixed(6)],
    ['REPLAYGAIN_ALBUM_GAIN', decibels(gains.albumLoudness)],
    ['REPLAYGAIN_ALBUM_PEAK', gains.albumPeak.toFixed(6)],
  ]
}

export function opusGain(gains: Gains): [string, string][] {
  const steps = (loudness: number): string => String(Math.round((opusTarget - loudness) * 256))
  return [
    ['R128_TRACK_GAIN', steps(gains.trackLoudness)],
    ['R128_ALBUM_GAIN', steps(gains.albumLoudness)],
  ]
}

/** Names as ffmpeg knows them; it translates the common ones for every container. */
export function plainTags(tags: Tags): [string, string][] {
  return [
    ['title', tags.title],
    ['artist', tags.artists.join(', ')],
    ['album', tags.album],
    ['album_artist', tags.albumArtist],
    ['date', String(tags.year)],
    ['genre', tags.genre],
  ]
}

/** Track and disc: Vorbis comments keep number and total apart, ID3 and MP4 write "1/6". */
export function vorbisNumbers(tags: Tags): [string, string][] {
  return [
    ['TRACKNUMBER', String(tags.track)],
    ['TRACKTOTAL', String(tags.trackTotal)],
    ['DISCNUMBER', '1'],
    ['DISCTOTAL', '1'],
  ]
}

export function slashedNumbers(tags: Tags): [string, string][] {
  return [
    ['track', `${tags.track}/${tags.trackTotal}`],
    ['disc', '1/1'],
  ]
}

/** A file in ffmpeg's own metadata format; `=`, `;`, `#`, `\` and line ends are escaped. */
export function metadataFile(entries: readonly (readonly [string, string])[]): string {
  const escape = (text: string): string => text.replace(/[=;#\\\n]/g, '\\$&')
  return [';FFMETADATA1', ...entries.map(([key, value]) => `${escape(key)}=${escape(value)}`), ''].join('\n')
}
