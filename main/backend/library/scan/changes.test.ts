import fc from 'fast-check'
import fs from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '../../log/index.ts'
import { openStore } from '../../store/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import { createTagReader, type TagReader } from '../../tags/index.ts'
import { type Collections, type Kept, openCollections } from './testing/collections.ts'
import { openLibrary, type TestLibrary, walkHere } from './testing/library.ts'
import { flacOf, type Music } from './testing/music.ts'

/** One thing that a person, or the world, does. Numbers pick among what is there. */
type Action =
  | { readonly do: 'add' | 'delete' | 'edit' | 'touch' | 'copy' | 'like' | 'list'; readonly pick: number }
  | { readonly do: 'move' | 'renameFolder' | 'swap' | 'replace' | 'return'; readonly pick: number; readonly to: number }
  | { readonly do: 'unmount' | 'scan' | 'wait' | 'scanAndWait' }

const pick = fc.nat({ max: 1000 })
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constantFrom('add', 'delete', 'edit', 'touch', 'copy', 'like', 'list'), pick }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('move', 'renameFolder', 'swap', 'replace', 'return'), pick, to: pick }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('unmount', 'scan', 'wait', 'scanAndWait') }) },
)

/** After these the library may know one recording as two tracks. */
const doubling: ReadonlySet<Action['do']> = new Set(['copy', 'unmount'])

/** A world of two folders of music, one of which comes and goes. */
class World {
  readonly base: string
  readonly files = new Map<string, Music>()
  /** Deleted files, with the path each had: they may come back. */
  readonly #bin: { readonly path: string; readonly music: Music }[] = []
  #sounds = 0
  #ticks = 0
  #isAway = false

  constructor() {
    this.base = fs.realpathSync(temporaryFolder())
    for (const root of this.roots) fs.mkdirSync(root)
  }

  get roots(): string[] {
    return [path.join(this.base, 'here'), path.join(this.base, 'disk')]
  }

  folder(number: number): string {
    const places = ['here', 'here/a', 'here/a/CD 1', 'here/b', 'disk', 'disk/a', 'disk/x/y']
    return path.join(this.base, places[number % places.length] ?? 'here')
  }

  /** A file that can be reached. */
  some(number: number): [string, Music] | undefined {
    const all = [...this.files]
      .filter(([file]) => this.isHere(file))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
    return all[number % Math.max(1, all.length)]
  }

  isHere(file: string): boolean {
    return !this.#isAway || !file.startsWith(path.join(this.base, 'disk'))
  }

  /** Writes a file; every writing has a time of its own. */
  async write(file: string, music: Music): Promise<void> {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, await flacOf(music))
    this.touch(file)
    this.files.set(file, music)
  }

  touch(file: string): void {
    this.#ticks += 1
    fs.utimesSync(file, 1_600_000_000, 1_600_000_000 + this.#ticks)
  }

  rename(from: string, to: string): void {
    fs.mkdirSync(path.dirname(to), { recursive: true })
    fs.renameSync(from, to)
    for (const [file, music] of this.files) {
      if (file !== from && !file.startsWith(from + path.sep)) continue
      this.files.delete(file)
      this.files.set(to + file.slice(from.length), music)
    }
  }

  newMusic(): Music {
    this.#sounds += 1
    const number = this.#sounds
    return { sound: number, title: `Song ${number}`, artist: `Artist ${number % 3}`, album: `Album ${number % 2}` }
  }

  freeName(folder: string, number: number): string {
    for (let tries = number; ; tries += 1) {
      const file = path.join(folder, `${tries}.flac`)
      if (!this.files.has(file)) return file
    }
  }

  mount(isAway: boolean): void {
    const [from, to] = isAway ? ['disk', 'away'] : ['away', 'disk']
    if (isAway === this.#isAway) return
    fs.renameSync(path.join(this.base, from), path.join(this.base, to))
    this.#isAway = isAway
  }

  get isAway(): boolean {
    return this.#isAway
  }

  async act(one: Action, library: TestLibrary, collections: Collections): Promise<void> {
    switch (one.do) {
      case 'scan':
        return library.scanner.scan(null)
      case 'wait':
        return library.scanner.settled()
      case 'scanAndWait':
        await library.scan()
        return
      case 'unmount':
        return this.mount(!this.#isAway)
      default:
        return this.#change(one, library, collections)
    }
  }

  async #change(one: Extract<Action, { pick: number }>, library: TestLibrary, collections: Collections): Promise<void> {
    const folder = this.folder('to' in one ? one.to : one.pick)
    if (one.do === 'add') {
      if (this.isHere(folder)) await this.write(this.freeName(folder, one.pick), this.newMusic())
      return
    }
    if (one.do === 'return') return this.#return(one.pick, folder)
    const chosen = this.some(one.pick)
    if (chosen === undefined) return
    const [file, music] = chosen
    if (one.do === 'delete') {
      fs.rmSync(file)
      this.files.delete(file)
      this.#bin.push({ path: file, music })
    } else if (one.do === 'edit')
      await this.write(file, { ...music, album: `Edited ${one.pick % 3}`, number: one.pick })
    else if (one.do === 'touch') this.touch(file)
    else if (one.do === 'copy') await this.write(this.freeName(path.dirname(file), one.pick), music)
    else if (one.do === 'like' || one.do === 'list') {
      const kept = asShown(file, music, library)
      if (kept !== null) await (one.do === 'like' ? collections.like(kept) : collections.addToPlaylist(kept))
    } else if (one.do === 'replace') await this.write(file, this.newMusic())
    else if (one.do === 'move') {
      if (this.isHere(folder)) this.rename(file, this.freeName(folder, one.to))
    } else if (one.do === 'renameFolder') {
      const from = path.dirname(file)
      const to = `${from} ${one.to % 5}`
      if (!this.roots.includes(from) && !fs.existsSync(to)) this.rename(from, to)
    } else if (one.do === 'swap') this.#swap(file, one.to)
  }

  #swap(file: string, to: number): void {
    const other = this.some(to)?.[0]
    if (other === undefined || other === file) return
    const aside = path.join(this.base, 'aside.flac')
    this.rename(file, aside)
    this.rename(other, file)
    this.rename(aside, other)
  }

  /** A deleted file is restored: to its place when that is free, or to another folder. */
  async #return(number: number, folder: string): Promise<void> {
    const at = number % Math.max(1, this.#bin.length)
    const [thrown] = this.#bin.slice(at, at + 1)
    if (thrown === undefined) return
    const own = number % 2 === 0 && !this.files.has(thrown.path)
    const file = own ? thrown.path : this.freeName(folder, number)
    if (!this.isHere(file)) return
    this.#bin.splice(at, 1)
    await this.write(file, thrown.music)
  }
}

/** What a person can like: a track that the library shows, and whose file is still what it shows. */
function asShown(file: string, music: Music, library: TestLibrary): Kept | null {
  const row = library.rows().find((one) => one.path === file && one.missing_since === null)
  if (row === undefined || row.title !== music.title) return null
  return { trackId: row.track_id, fingerprint: row.fingerprint, sound: music.sound, title: music.title }
}

let tags: TagReader
beforeAll(() => {
  tags = createTagReader({ log: silentLog })
})
afterAll(() => tags.close())

/** Lives through the actions, looking at likes and playlist after each, then scans once more, and once into an empty library. */
async function live(actions: readonly Action[]) {
  const world = new World()
  const store = openStore({ folder: path.join(world.base, 'data'), log: silentLog })
  const collections = await openCollections(store)
  let replaced = 0
  const library = openLibrary(path.join(world.base, 'data'), {
    tags,
    walk: walkHere,
    store,
    onChanged: () => collections.tracksChanged(),
    onReplaced(pairs) {
      replaced += pairs.length
      collections.replaced(pairs)
    },
  })
  const fresh = openLibrary(path.join(world.base, 'fresh'), { tags, walk: walkHere })
  /** When likes and rows of the playlist were other music than the person put there, or gone: after which action. */
  const wrong: unknown[] = []
  const look = async (after: string) => {
    const { expected, stored, found } = await collections.read(library)
    const renamed = found.filter(
      ({ kept, row, shown }) => row?.title !== kept?.title || (shown !== undefined && shown.title !== kept?.title),
    )
    if (!isDeepStrictEqual(expected, stored) || renamed.length > 0) wrong.push({ after, expected, stored, renamed })
    return found
  }
  try {
    for (let index = 0; index < 6; index += 1) {
      await world.write(world.freeName(world.folder(index), index), world.newMusic())
    }
    await library.scanner.addFolders(world.roots)
    await library.scanner.settled()
    for (const [index, one] of actions.entries()) {
      await world.act(one, library, collections)
      await look(`${index}: ${one.do}`)
    }
    world.mount(false)
    await library.scan()
    await fresh.scanner.addFolders(world.roots)
    await fresh.scanner.settled()
    const sounds = new Set([...world.files.values()].map(({ sound }) => sound))
    const found = await look('the last scan')
    return {
      content: library.content(),
      fresh: fresh.content(),
      files: world.files.size,
      wrong,
      replaced,
      // What it plays is what the file at its path sounds like.
      otherFile: found.filter(
        ({ kept, row }) => row?.missing_since === null && world.files.get(row.path ?? '')?.sound !== kept?.sound,
      ),
      shownWrong: found.filter(
        ({ row, shown }) => shown !== undefined && shown.missing !== (row?.missing_since !== null),
      ),
      lost: found.filter(({ kept, row }) => row?.missing_since !== null && sounds.has(kept?.sound ?? 0)),
    }
  } finally {
    collections.close()
    await library.close()
    await fresh.close()
    fs.rmSync(world.base, { recursive: true, force: true })
  }
}

test('whatever happens to files, also during a scan: the library is as a fresh one, likes and playlist keep their music', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 40 }), fc.boolean(), async (all, isPlain) => {
      const actions = all.filter((one) => !isPlain || !doubling.has(one.do))
      const { content, fresh, files, replaced, ...kept } = await live(actions)
      expect(content).toEqual(fresh)
      expect(content).toHaveLength(files)
      // Every track stays the one it was, where nothing makes two of one recording.
      expect(isPlain ? replaced : 0).toBe(0)
      expect(kept).toEqual({ wrong: [], otherFile: [], shownWrong: [], lost: [] })
    }),
    { numRuns: 25 },
  )
}, 120_000)
