import { z } from 'zod'
import { type Loudness, loudnessSchema } from '../../../src/music/index.ts'
import {
  evenHistogram,
  integratedLufs,
  replayGainDb,
  replayGainLufs,
  sumOfHistograms,
} from '../../../src/loudness/index.ts'
import type { MemberRow } from './rows.ts'

/** What a track says of its loudness from now on. */
export interface KnownLoudness {
  readonly trackId: string
  readonly loudness: Loudness
}

/** What is known of one track by itself. */
interface Own {
  readonly gainDb: number | null
  readonly peak: number | null
  readonly histogram: readonly number[]
}

interface AlbumValue {
  readonly gainDb: number
  readonly peak: number
}

/** Gating blocks begin every 100 ms. */
const blocksPerMs = 1 / 100

/**
 * What tracks say of their loudness, from their tags and what was measured: tags win wherever they are, an album's value comes
 * once all of it is known. Answers only those that say something else than before.
 */
export function loudnessOfMembers(members: readonly MemberRow[]): KnownLoudness[] {
  const known = members.map((row) => {
    const told = readTold(row)
    return { row, told, own: ownOf(row, told) }
  })
  const albumIds = new Set(members.map(({ albumId }) => albumId).filter((id) => id !== null))
  const albums = new Map([...albumIds].map((id) => [id, albumOf(known.filter(({ row }) => row.albumId === id))]))
  return known.flatMap(({ row, told, own }) => {
    const album = row.albumId === null ? null : (albums.get(row.albumId) ?? null)
    const loudness = own === null ? told : combine(told, isTagged(row, told), own, album)
    if (loudness === null || JSON.stringify(loudness) === JSON.stringify(told)) return []
    return [{ trackId: row.trackId, loudness }]
  })
}

/** What the track says now; null when it is nothing or damaged. */
function readTold(row: MemberRow): Loudness | null {
  return row.loudnessJson === null ? null : (loudnessSchema.safeParse(JSON.parse(row.loudnessJson)).data ?? null)
}

/** Whether what a track says by itself comes from its tags. */
function isTagged(row: MemberRow, told: Loudness | null): boolean {
  return told !== null && (told.measured !== true || row.known === 'none' || row.known === 'failed')
}

function ownOf(row: MemberRow, told: Loudness | null): Own | null {
  if (told !== null && isTagged(row, told)) {
    const gainDb = told.trackGainDb ?? told.albumGainDb
    const blocks = Math.max(1, Math.round((row.durationMs ?? 0) * blocksPerMs))
    const histogram = gainDb === null ? [] : evenHistogram(replayGainLufs(gainDb), blocks)
    return { gainDb: told.trackGainDb, peak: told.trackPeak, histogram }
  }
  if (row.known === 'none' || row.known === 'failed') return null
  const gainDb = row.integratedLufs === null ? null : replayGainDb(row.integratedLufs)
  return { gainDb, peak: row.truePeak, histogram: readHistogram(row.histogramJson) }
}

function readHistogram(json: string | null): readonly number[] {
  return json === null ? [] : (z.array(z.number()).safeParse(JSON.parse(json)).data ?? [])
}

/** Loudness of an album; null while a track of it is unknown. What cannot be decoded is not heard and does not count. */
function albumOf(tracks: readonly { readonly row: MemberRow; readonly own: Own | null }[]): AlbumValue | null {
  const heard = tracks.filter(({ row, own }) => own !== null || row.known !== 'failed').map(({ own }) => own)
  const owns = heard.filter((own) => own !== null)
  if (owns.length < heard.length) return null
  const lufs = integratedLufs(sumOfHistograms(owns.map(({ histogram }) => histogram)))
  // A peak that nobody knows may be full scale.
  return lufs === null ? null : { gainDb: replayGainDb(lufs), peak: Math.max(...owns.map(({ peak }) => peak ?? 1)) }
}

function combine(told: Loudness | null, isFromTags: boolean, own: Own, album: AlbumValue | null): Loudness | null {
  if (told !== null && isFromTags) {
    const isComplete = told.albumGainDb !== null && told.measured !== true
    if (isComplete || album === null) return told
    return { ...told, albumGainDb: rounded(album.gainDb), albumPeak: roundedUp(album.peak), measured: true }
  }
  if (own.gainDb === null && album === null) return told
  return {
    trackGainDb: rounded(own.gainDb),
    trackPeak: roundedUp(own.peak),
    albumGainDb: rounded(album?.gainDb ?? null),
    albumPeak: roundedUp(album?.peak ?? null),
    measured: true,
  }
}

/** More precise than anybody can hear, and short where it is stored. */
function rounded(gainDb: number | null): number | null {
  return gainDb === null ? null : Math.round(gainDb * 100) / 100
}

/** Rounded up, so that no sample is above it. */
function roundedUp(peak: number | null): number | null {
  return peak === null ? null : Math.ceil(peak * 1e4) / 1e4
}
