import fc from 'fast-check'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '../../log/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import { createTagReader, type TagReader } from '../../tags/index.ts'
import { openLibrary, type TestLibrary, walkHere } from './testing/library.ts'
import { flacOf, type Music } from './testing/music.ts'

/** One thing that a person, or the world, does. Numbers pick among what is there. */
type Action =
  | { readonly do: 'add' | 'delete' | 'edit' | 'touch' | 'copy' | 'like'; readonly pick: number }
  | { readonly do: 'move' | 'renameFolder' | 'swap' | 'replace'; readonly pick: number; readonly to: number }
  | { readonly do: 'unmount' | 'scan' | 'wait' | 'scanAndWait' }

const pick = fc.nat({ max: 1000 })
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('add', 'delete', 'edit', 'touch', 'copy', 'like'), pick }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('move', 'renameFolder', 'swap', 'replace'), pick, to: pick }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('unmount', 'scan', 'wait', 'scanAndWait') }) },
)

/** A world of two folders of music, one of which comes and goes. */
class World {
  readonly base: string
  readonly files = new Map<string, Music>()
  readonly copied = new Set<number>()
  /** Sounds of liked tracks by track id. */
  readonly likes = new Map<string, { readonly fingerprint: string; readonly sound: number }>()
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

  async act(one: Action, library: TestLibrary): Promise<void> {
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
        return this.#change(one, library)
    }
  }

  async #change(one: Extract<Action, { pick: number }>, library: TestLibrary): Promise<void> {
    const folder = this.folder('to' in one ? one.to : one.pick)
    if (one.do === 'add') {
      if (this.isHere(folder)) await this.write(this.freeName(folder, one.pick), this.newMusic())
      return
    }
    const chosen = this.some(one.pick)
    if (chosen === undefined) return
    const [file, music] = chosen
    if (one.do === 'delete') {
      fs.rmSync(file)
      this.files.delete(file)
    } else if (one.do === 'edit')
      await this.write(file, { ...music, album: `Edited ${one.pick % 3}`, number: one.pick })
    else if (one.do === 'touch') this.touch(file)
    else if (one.do === 'copy') {
      this.copied.add(music.sound)
      await this.write(this.freeName(path.dirname(file), one.pick), music)
    } else if (one.do === 'like') this.#like(file, music, library)
    else if (one.do === 'replace') await this.write(file, this.newMusic())
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

  /** As a person would: a track that the library shows, and whose file is still what it shows. */
  #like(file: string, music: Music, library: TestLibrary): void {
    const row = library.rows().find((one) => one.path === file && one.missing_since === null)
    if (row === undefined || row.title !== music.title) return
    this.likes.set(row.track_id, { fingerprint: row.fingerprint, sound: music.sound })
  }
}

let tags: TagReader
beforeAll(() => {
  tags = createTagReader({ log: silentLog })
})
afterAll(() => tags.close())

/** Lives through the actions, then scans once more, and once into an empty library. */
async function live(actions: readonly Action[]) {
  const world = new World()
  const library = openLibrary(path.join(world.base, 'data'), { tags, walk: walkHere })
  const fresh = openLibrary(path.join(world.base, 'fresh'), { tags, walk: walkHere })
  try {
    for (let index = 0; index < 6; index += 1) {
      await world.write(world.freeName(world.folder(index), index), world.newMusic())
    }
    await library.scanner.addFolders(world.roots)
    await library.scanner.settled()
    for (const one of actions) await world.act(one, library)
    world.mount(false)
    await library.scan()
    await fresh.scanner.addFolders(world.roots)
    await fresh.scanner.settled()
    const rows = new Map(library.rows().map((row) => [row.track_id, row]))
    const sounds = new Set([...world.files.values()].map(({ sound }) => sound))
    const likes = [...world.likes].map(([id, { fingerprint, sound }]) => ({ fingerprint, sound, row: rows.get(id) }))
    return {
      content: library.content(),
      fresh: fresh.content(),
      files: world.files.size,
      otherMusic: likes.filter(({ row, fingerprint }) => row?.fingerprint !== fingerprint),
      // A copy is a track of its own: it does not stand in for one that was deleted.
      lost: likes.filter(
        ({ row, sound }) => row?.missing_since !== null && sounds.has(sound) && !world.copied.has(sound),
      ),
    }
  } finally {
    await library.close()
    await fresh.close()
    fs.rmSync(world.base, { recursive: true, force: true })
  }
}

test('whatever happens to files, also during a scan: the library is as a fresh one, and likes keep their music', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 40 }), async (actions) => {
      const { content, fresh, files, otherMusic, lost } = await live(actions)
      expect(content).toEqual(fresh)
      expect(content).toHaveLength(files)
      expect({ otherMusic, lost }).toEqual({ otherMusic: [], lost: [] })
    }),
    { numRuns: 25, seed: 20_261 },
  )
}, 120_000)
