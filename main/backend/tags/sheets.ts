import { access, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { IAudioMetadata } from 'music-metadata'
import { type Failure, failure } from '../../../src/contract/index.ts'
import { nativeText } from './common.ts'
import { decodeText } from './decode.ts'
import type { SheetProblem } from './facts.ts'
import { parseSheet, type SheetFile, type SheetTrack } from './sheet.ts'

/** Largest file that is read as a sheet. */
const sheetLimitBytes = 1024 * 1024

/** Names under which taggers keep a sheet in the tags. */
const sheetTags: ReadonlySet<string> = new Set(['CUESHEET', 'TXXX:CUESHEET', '----:COM.APPLE.ITUNES:CUESHEET'])

/**
 * The tracks that the sheets beside an audio file, or the one in its tags, make of it; null when it is one track. A sheet
 * that is damaged, or whose files are not there, is passed over with a problem.
 */
export async function sheetsFor(
  file: string,
  known: {
    readonly names: readonly string[]
    readonly metadata: IAudioMetadata | null
    readonly durationMs: number | null
  },
): Promise<{ readonly sheet: readonly SheetTrack[] | null; readonly problems: readonly SheetProblem[] }> {
  const problems: SheetProblem[] = []
  let sheet: readonly SheetTrack[] | null = null
  for (const name of known.names.toSorted()) {
    const read = await readSheet(path.join(path.dirname(file), name))
    if ('error' in read) problems.push({ name, error: read.error })
    else sheet ??= usable(await tracksOf(read.files, file), known.durationMs)
  }
  const embedded = sheet === null ? nativeText(known.metadata, sheetTags) : null
  // The file that a sheet in the tags names is the one it was made for, whatever this one is called by now.
  const inTags = embedded === null ? null : parseSheet(embedded)
  if (inTags?.length === 1) sheet = usable(inTags[0]?.tracks ?? [], known.durationMs)
  return { sheet, problems }
}

/** Reads a sheet that lies beside music and finds out whether it can be used. */
export async function readSheet(
  file: string,
): Promise<{ readonly files: readonly SheetFile[] } | { readonly error: Failure }> {
  const name = path.basename(file)
  try {
    const facts = await stat(file)
    if (!facts.isFile() || facts.size > sheetLimitBytes) return { error: failure('sheet-damaged', { name }) }
    const files = parseSheet(decodeText(await readFile(file)))
    if (files === null) return { error: failure('sheet-damaged', { name }) }
    for (const named of files) {
      if (await isBeside(file, named.name)) return { files }
    }
    return { error: failure('sheet-without-audio', { name }) }
  } catch {
    return { error: failure('file-unreadable', { name }) }
  }
}

/** What rippers encode to after they have written the sheet for a WAV. */
const endings = ['.flac', '.wav', '.mp3', '.m4a', '.ogg', '.opus', '.aac', '.mka', '.webm']

async function isBeside(sheet: string, named: string): Promise<boolean> {
  const file = besideOf(sheet, named)
  for (const candidate of [file, ...endings.map((ending) => withoutEnding(file) + ending)]) {
    if (await exists(candidate)) return true
  }
  return false
}

/** The tracks that a sheet has for an audio file: the one it names, or one that this was encoded to. */
async function tracksOf(files: readonly SheetFile[], file: string): Promise<readonly SheetTrack[]> {
  const same = files.find(({ name }) => folded(besideOf(file, name)) === folded(file))
  if (same !== undefined) return same.tracks
  const akin = files.find(({ name }) => folded(withoutEnding(besideOf(file, name))) === folded(withoutEnding(file)))
  return akin === undefined || (await exists(besideOf(file, akin.name))) ? [] : akin.tracks
}

/** A sheet may speak of folders of the computer it was made on: only the name counts. */
function besideOf(sheet: string, named: string): string {
  return path.join(path.dirname(sheet), named.split(/[/\\]/u).at(-1) ?? named)
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** One track from the very beginning is no sheet but the file; tracks behind the end of the file belong to another one. */
function usable(tracks: readonly SheetTrack[], durationMs: number | null): readonly SheetTrack[] | null {
  if (tracks.length < 2) return null
  const inside = durationMs === null ? tracks : tracks.filter((track) => track.startMs < durationMs)
  return inside.length < 2 ? null : inside
}

function withoutEnding(name: string): string {
  return name.slice(0, name.length - path.extname(name).length)
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
