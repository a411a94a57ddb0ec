import { pathToFileURL } from 'node:url'
import type { CallOutput } from '../../../../src/contract/index.ts'
import type { PlaylistFormat } from '../../../../src/library/index.ts'
import type { StoredTrack } from '../../store/index.ts'
import { escapeXml } from './xml.ts'

/** A playlist as a file, of tracks whose paths are absolute. */
export function writePlaylistFile(
  name: string,
  tracks: readonly StoredTrack[],
  format: PlaylistFormat,
): CallOutput<'playlists.export'> {
  const fileName = `${fileNameOf(name)}.${format}`
  switch (format) {
    case 'm3u8':
      return { fileName, mimeType: 'application/vnd.apple.mpegurl', text: writeM3u(name, tracks) }
    case 'xspf':
      return { fileName, mimeType: 'application/xspf+xml', text: writeXspf(name, tracks) }
    case 'jspf':
      return { fileName, mimeType: 'application/json', text: writeJspf(name, tracks) }
    default:
      return format satisfies never
  }
}

/** A name that every file system takes: Windows refuses these characters, names and endings. */
function fileNameOf(name: string): string {
  const safe = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .toWellFormed()
    .replace(/[. ]+$/u, '')
  return safe === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(safe) ? `Playlist ${safe}`.trim() : safe
}

/** Extended M3U as players read it; a part of a file says so in the words of VLC. */
function writeM3u(name: string, tracks: readonly StoredTrack[]): string {
  const lines = ['#EXTM3U', `#PLAYLIST:${oneLine(name)}`]
  for (const { track, path } of tracks) {
    const label = oneLine([track.artists.join(', '), track.title].filter((words) => words !== '').join(' - '))
    const seconds = track.durationMs === null ? -1 : Math.round(track.durationMs / 1000)
    lines.push(`#EXTINF:${seconds},${label}`)
    if (track.segment !== null) {
      lines.push(`#EXTVLCOPT:start-time=${track.segment.startMs / 1000}`)
      if (track.segment.endMs !== null) lines.push(`#EXTVLCOPT:stop-time=${track.segment.endMs / 1000}`)
    }
    // What ships with the app lies nowhere that would stay; its words stand in for it.
    const place = path !== null && isPlain(path) ? path : linkTo({ track, path })
    lines.push(place ?? fileNameOf(label))
  }
  return `${lines.join('\n')}\n`
}

/** A path that is itself again when it is read as a line. */
function isPlain(path: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(path) && path.trim() === path
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}

/** The file's address, whichever system the path belongs to. */
function addressOf(path: string): string {
  return pathToFileURL(path, { windows: /^(?:[a-z]:)?\\|^[a-z]:\//iu.test(path) }).href
}

/** The address of the file, or of what a server found; null for what lies nowhere. */
function linkTo({ track, path }: Pick<StoredTrack, 'track' | 'path'>): string | null {
  if (path !== null) return addressOf(path)
  return track.origin === 'node' ? track.location : null
}

interface XspfTrack {
  readonly location: string | null
  readonly identifier: string | null
  readonly title: string
  readonly creator: string | null
  readonly album: string | null
  readonly duration: number | null
  readonly trackNum: number | null
}

function xspfTrackOf(stored: StoredTrack): XspfTrack {
  const { track } = stored
  return {
    location: linkTo(stored),
    identifier: track.isrc === null ? null : `isrc:${track.isrc}`,
    title: track.title,
    creator: track.artists.length === 0 ? null : track.artists.join(', '),
    album: track.albumTitle,
    duration: track.durationMs === null ? null : Math.round(track.durationMs),
    trackNum: track.trackNumber !== null && track.trackNumber > 0 ? track.trackNumber : null,
  }
}

function writeXspf(name: string, tracks: readonly StoredTrack[]): string {
  const element = ([tag, value]: [string, string | number | null]): string =>
    value === null ? '' : `      <${tag}>${escapeXml(String(value))}</${tag}>\n`
  const rows = tracks.map(
    (track) => `    <track>\n${Object.entries(xspfTrackOf(track)).map(element).join('')}    </track>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<playlist version="1" xmlns="http://xspf.org/ns/0/">
  <title>${escapeXml(name)}</title>
  <trackList>
${rows.join('')}  </trackList>
</playlist>
`
}

function writeJspf(name: string, tracks: readonly StoredTrack[]): string {
  const track = tracks.map((stored) => {
    const { location, identifier, ...words } = xspfTrackOf(stored)
    const known = Object.entries(words).filter(([, value]) => value !== null)
    return {
      ...(location === null ? {} : { location: [location] }),
      ...(identifier === null ? {} : { identifier: [identifier] }),
      ...Object.fromEntries(known),
    }
  })
  return `${JSON.stringify({ playlist: { title: name, track } }, null, 2)}\n`
}
