import { createHash } from 'node:crypto'
import { audioPath, remoteCoverPath } from '../../../../src/contract/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import type { NodeTrack } from '../answers.ts'
import type { NodeRecording } from '../ports.ts'
import { authorOf, isrcOf, linkOf, titleOf } from './words.ts'

/** A recording with where its cover lies. */
export interface KeptRecording extends NodeRecording {
  readonly artworkUrl: string | null
}

/** What is kept of a track that a node named. */
export function recordingOf(nodeId: string, { encoded, info }: NodeTrack): KeptRecording {
  const sourceName = info.sourceName ?? ''
  const lengthMs = info.length > 0 && !info.isStream ? info.length : null
  return {
    trackId: recordingId(nodeId, sourceName, info.identifier || (info.uri ?? encoded)),
    nodeId,
    encoded,
    sourceName,
    identifier: info.identifier,
    uri: info.uri ?? null,
    isrc: isrcOf(info.isrc),
    title: titleOf(info),
    author: authorOf(info),
    lengthMs,
    isLive: info.isStream,
    artworkUrl: linkOf(info.artworkUrl),
  }
}

/**
 * The recording as a track of the app. Of what is not known before it is heard, what an earlier playing has found out
 * (`known`) stays.
 */
export function trackOf(recording: KeptRecording, known: Track | undefined): Track {
  const { trackId, title, author, uri, isrc, lengthMs } = recording
  return {
    id: trackId,
    title,
    artists: author === '' ? [] : [author],
    albumTitle: known?.albumTitle ?? null,
    albumArtist: known?.albumArtist ?? null,
    albumId: null,
    trackNumber: null,
    discNumber: null,
    year: known?.year ?? null,
    genre: known?.genre ?? null,
    durationMs: lengthMs ?? known?.durationMs ?? null,
    audioPath: audioPath(trackId),
    coverPath: recording.artworkUrl === null ? null : remoteCoverPath(trackId),
    format: known?.format ?? unheard,
    loudness: known?.loudness ?? null,
    origin: 'node',
    ...(recording.sourceName !== '' && { source: recording.sourceName }),
    genres: known?.genres ?? [],
    isrc: isrc ?? known?.isrc ?? null,
    segment: null,
    missing: false,
    location: linkOf(uri),
  }
}

/** What a recording sounds like is known once it was played. */
const unheard: Track['format'] = {
  container: '',
  codec: '',
  sampleRateHz: null,
  channels: null,
  bitsPerSample: null,
  bitRateBps: null,
  lossless: false,
}

/**
 * The same for ever, whichever node finds it: 128 bits of what the source knows it by. A file on a node's own disk is that
 * node's alone.
 */
function recordingId(nodeId: string, sourceName: string, identifier: string): string {
  const home = sourceName === 'local' ? nodeId : ''
  const named = `node\0${home}\0${sourceName}\0${identifier}`
  return createHash('sha256').update(named).digest().subarray(0, 16).toString('base64url')
}
