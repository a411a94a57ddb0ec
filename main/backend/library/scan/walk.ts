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

/** What lies beside the audio files of a folder. */
interface Beside {
  readonly cover: string | null
  readonly sheets: readonly string[]
  /** By what they share with their audio file. */
  readonly lyrics: ReadonlyMap<string, string>
  /** Of cover and sheets. */
  readonly stamps: readonly string[]
}

/** Ends of names that belong to audio beside them. */
const pictureEndings: ReadonlySet<string> = new Set(['.jpg', '.jpeg', '.png', '.webp'])

/** One walk: what it has read already. */
class Walk {
  readonly #disk: WalkDisk
  readonly #pause: () => void
  readonly #foldersRead = new Set<string>()
  readonly #filesSeen = new Set<string>()
  /** By folder that links lead into: a folder of thousands is read once, not once for each link. */
  readonly #besideLinked = new Map<string, Beside>()

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
    if (listed.audio.length === 0 && listed.sheets.length === 0) return
    const beside = this.#beside(folder, listed)
    yield* this.#audio(folder, listed.audio.toSorted(), beside)
    for (const name of beside.sheets) yield* this.#sheet(path.join(folder, name), listed.audio.length === 0)
  }

  #beside(folder: string, listed: Listed): Beside {
    const cover = pickCoverName(listed.pictures)
    const sheets = listed.sheets.toSorted()
    const stamps = [cover, ...sheets].map((name) => this.#stampOfName(folder, name))
    return { cover, sheets, lyrics: listed.lyrics, stamps }
  }

  #stampOfName(folder: string, name: string | null): string {
    if (name === null) return ''
    try {
      const { sizeBytes, modifiedMs } = this.#disk.stat(path.join(folder, name))
      return `${name}:${sizeBytes}:${modifiedMs}`
    } catch {
      return name
    }
  }

  *#audio(folder: string, names: readonly string[], beside: Beside): Generator<WalkStep> {
    const { cover, sheets } = beside
    for (const name of names) {
      this.#pause()
      const lyrics = beside.lyrics.get(baseOf(name)) ?? null
      const stamp = stampOf([...beside.stamps, this.#stampOfName(folder, lyrics)])
      yield* this.#file(path.join(folder, name), { cover, lyrics, sheets }, stamp)
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
    if (this.#filesSeen.has(file)) return
    const folder = path.dirname(file)
    const known = this.#besideLinked.get(folder)
    if (known !== undefined) {
      yield* this.#audio(folder, [path.basename(file)], known)
      return
    }
    try {
      const beside = this.#beside(folder, this.#list(folder))
      this.#besideLinked.set(folder, beside)
      yield* this.#audio(folder, [path.basename(file)], beside)
      for (const name of beside.sheets) yield* this.#sheet(path.join(folder, name), false)
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
