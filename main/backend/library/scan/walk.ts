import path from 'node:path'
import { failure } from '../../../../src/failure/index.ts'
import { pickCoverName } from '../../covers/index.ts'
import { hasReplacement, isHidden, looksLikeAudio } from '../../files/kinds.ts'
import { fileFailureCode } from '../../tags/errors.ts'
import type { Companions } from '../../tags/index.ts'
import { stampOf } from './stamp.ts'
import type { Place, WalkDisk, WalkStep } from './types.ts'

/**
 * Finds the audio files in places of the library, each once, with what lies beside them. Links are followed; loops end
 * because a folder is read once. A folder that is gone holds nothing; one that cannot be read is told as such. Nothing is
 * thrown for a bad disk. `pause` is called often: it may throw to end the walk.
 */
export function* walkPlaces(places: readonly Place[], disk: WalkDisk, pause: () => void): Generator<WalkStep> {
  const walk = new Walk(disk, pause)
  for (const place of places) yield* walk.folder(place.path, place.deep)
}

interface Listed {
  readonly audio: string[]
  readonly sheets: string[]
  readonly lyrics: Map<string, string>
  readonly pictures: string[]
  readonly folders: string[]
  readonly links: string[]
}

/** Ends of names that belong to audio beside them. */
const pictureEndings: ReadonlySet<string> = new Set(['.jpg', '.jpeg', '.png', '.webp'])

/** One walk: what it has read already. */
class Walk {
  readonly #disk: WalkDisk
  readonly #pause: () => void
  readonly #foldersRead = new Set<string>()
  readonly #filesSeen = new Set<string>()

  constructor(disk: WalkDisk, pause: () => void) {
    this.#disk = disk
    this.#pause = pause
  }

  *folder(folder: string, deep: boolean): Generator<WalkStep> {
    if (this.#foldersRead.has(folder)) return
    if (deep) this.#foldersRead.add(folder)
    let listed: Listed
    try {
      listed = this.#list(folder)
    } catch (error) {
      if (isPause(error)) throw error
      if (fileFailureCode(error) === 'file-missing') return
      yield { kind: 'closed', path: folder }
      yield { kind: 'problem', path: folder, error: failure('folder-unreadable', { name: path.basename(folder) }) }
      return
    }
    yield* this.#files(folder, listed)
    for (const name of listed.links.toSorted()) yield* this.#link(path.join(folder, name), deep)
    if (!deep) return
    for (const name of listed.folders.toSorted()) {
      const inside = path.join(folder, name)
      if (hasReplacement(name) && this.#isLost(inside)) yield unreadableName(inside)
      else yield* this.folder(inside, true)
    }
  }

  #list(folder: string): Listed {
    const listed: Listed = { audio: [], sheets: [], lyrics: new Map(), pictures: [], folders: [], links: [] }
    for (const { name, kind } of this.#disk.list(folder)) {
      this.#pause()
      if (isHidden(name)) continue
      if (kind === 'folder') listed.folders.push(name)
      else if (kind === 'link') listed.links.push(name)
      if (kind === 'file') sort(listed, name)
    }
    return listed
  }

  *#files(folder: string, listed: Listed): Generator<WalkStep> {
    const stampOfName = (name: string | null): string => {
      if (name === null) return ''
      try {
        const { sizeBytes, modifiedMs } = this.#disk.stat(path.join(folder, name))
        return `${name}:${sizeBytes}:${modifiedMs}`
      } catch {
        return name
      }
    }
    const cover = pickCoverName(listed.pictures)
    const sheets = listed.sheets.toSorted()
    if (listed.audio.length > 0 || sheets.length > 0) {
      const shared = [stampOfName(cover), ...sheets.map(stampOfName)]
      for (const name of listed.audio.toSorted()) {
        this.#pause()
        const lyrics = listed.lyrics.get(baseOf(name)) ?? null
        const stamp = stampOf([...shared, stampOfName(lyrics)])
        yield* this.#file(path.join(folder, name), { cover, lyrics, sheets }, stamp)
      }
      for (const name of sheets) yield* this.#sheet(path.join(folder, name), listed.audio.length === 0)
    }
  }

  *#file(file: string, companions: Companions, stamp: string): Generator<WalkStep> {
    if (this.#filesSeen.has(file)) return
    this.#filesSeen.add(file)
    const name = path.basename(file)
    try {
      const { kind, sizeBytes, modifiedMs } = this.#disk.stat(file)
      if (kind !== 'file') return
      const directory = path.dirname(file)
      const besideStamp = `${sizeBytes}.${modifiedMs}.${stamp}`
      yield { kind: 'file', file: { path: file, directory, name, sizeBytes, modifiedMs, besideStamp, companions } }
    } catch (error) {
      if (isPause(error)) throw error
      const code = fileFailureCode(error)
      if (code === 'file-missing' && hasReplacement(name)) yield unreadableName(file)
      // One that went while we looked is simply gone.
      else if (code !== 'file-missing') yield { kind: 'problem', path: file, error: failure(code, { name }) }
    }
  }

  *#sheet(sheet: string, isLonely: boolean): Generator<WalkStep> {
    try {
      const { sizeBytes, modifiedMs } = this.#disk.stat(sheet)
      yield { kind: 'sheet', path: sheet, sizeBytes, modifiedMs, isLonely }
    } catch (error) {
      if (isPause(error)) throw error
    }
  }

  *#link(link: string, deep: boolean): Generator<WalkStep> {
    let target: string
    let kind: 'file' | 'folder' | 'other'
    try {
      target = this.#disk.realPath(link)
      kind = this.#disk.stat(target).kind
    } catch (error) {
      const name = path.basename(link)
      if (looksLikeAudio(name)) yield { kind: 'problem', path: link, error: failure(fileFailureCode(error), { name }) }
      return
    }
    if (kind === 'folder' && deep) yield* this.folder(target, true)
    else if (kind === 'file' && looksLikeAudio(link)) yield* this.#linkedFile(target)
  }

  /** A file that lies elsewhere: what belongs to it lies there too. */
  *#linkedFile(file: string): Generator<WalkStep> {
    const folder = path.dirname(file)
    if (this.#filesSeen.has(file)) return
    try {
      const listed = this.#list(folder)
      yield* this.#files(folder, { ...listed, audio: [path.basename(file)], sheets: listed.sheets })
    } catch (error) {
      if (isPause(error)) throw error
    }
  }

  /** Whether a name that a folder has just listed leads nowhere: its bytes were no text. */
  #isLost(listed: string): boolean {
    try {
      this.#disk.stat(listed)
      return false
    } catch (error) {
      return fileFailureCode(error) === 'file-missing'
    }
  }
}

function sort(listed: Listed, name: string): void {
  const ending = path.extname(name).toLowerCase()
  if (looksLikeAudio(name)) listed.audio.push(name)
  else if (ending === '.cue') listed.sheets.push(name)
  else if (ending === '.lrc') listed.lyrics.set(baseOf(name), name)
  else if (pictureEndings.has(ending)) listed.pictures.push(name)
}

/** What a file shares with its lyrics: its name without the ending, whatever its case. */
function baseOf(name: string): string {
  return name
    .slice(0, name.length - path.extname(name).length)
    .normalize('NFC')
    .toLowerCase()
}

function unreadableName(file: string): WalkStep {
  return { kind: 'problem', path: file, error: failure('file-name-unreadable', { name: path.basename(file) }) }
}

/** Thrown by `pause` to end a walk. */
export class WalkEnded extends Error {}

function isPause(error: unknown): boolean {
  return error instanceof WalkEnded
}
