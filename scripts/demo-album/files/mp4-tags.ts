/**
 * Free-form tags in an MP4 file. ffmpeg writes the common iTunes atoms but drops names it does not know, so ReplayGain
 * is added here: `----` atoms in moov/udta/meta/ilst, every parent grown, every chunk offset moved.
 */

const owner = 'com.apple.iTunes'

export function addFreeFormTags(file: Uint8Array, entries: readonly (readonly [string, string])[]): Uint8Array {
  const source = Buffer.from(file)
  const added = Buffer.concat(entries.map(([name, value]) => freeForm(name, value)))
  const path: Atom[] = []
  let inside: Atom = { type: 'file', start: 0, body: 0, end: source.length }
  for (const type of ['moov', 'udta', 'meta', 'ilst']) {
    // `meta` alone has four bytes of version and flags before its children.
    const skip = inside.type === 'meta' ? 4 : 0
    inside = find(source, inside.body + skip, inside.end, type)
    path.push(inside)
  }
  const movie = path[0]
  if (movie !== undefined && mediaFollows(source, movie)) moveChunks(source, movie, added.length)
  for (const atom of path) source.writeUInt32BE(atom.end - atom.start + added.length, atom.start)
  return Buffer.concat([source.subarray(0, inside.end), added, source.subarray(inside.end)])
}

interface Atom {
  readonly type: string
  readonly start: number
  /** First byte after size and type. */
  readonly body: number
  readonly end: number
}

function* atoms(source: Buffer, from: number, to: number): Generator<Atom> {
  let start = from
  while (start + 8 <= to) {
    const size = source.readUInt32BE(start)
    if (size < 8) throw new Error(`MP4 atom of ${size} bytes at ${start}`)
    yield { type: source.toString('latin1', start + 4, start + 8), start, body: start + 8, end: start + size }
    start += size
  }
}

function find(source: Buffer, from: number, to: number, type: string): Atom {
  for (const atom of atoms(source, from, to)) if (atom.type === type) return atom
  throw new Error(`No ${type} atom`)
}

function mediaFollows(source: Buffer, movie: Atom): boolean {
  return find(source, 0, source.length, 'mdat').start > movie.start
}

/** Adds to every entry of every 32-bit chunk offset table. */
function moveChunks(source: Buffer, movie: Atom, distance: number): void {
  for (const track of atoms(source, movie.body, movie.end)) {
    if (track.type !== 'trak') continue
    const media = find(source, track.body, track.end, 'mdia')
    const information = find(source, media.body, media.end, 'minf')
    const samples = find(source, information.body, information.end, 'stbl')
    const offsets = find(source, samples.body, samples.end, 'stco')
    const count = source.readUInt32BE(offsets.body + 4)
    for (let index = 0; index < count; index += 1) {
      const at = offsets.body + 8 + index * 4
      source.writeUInt32BE(source.readUInt32BE(at) + distance, at)
    }
  }
}

function freeForm(name: string, value: string): Buffer {
  const flags = Buffer.alloc(4)
  // Type 1 is UTF-8; four bytes of locale follow.
  const textType = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])
  return atom(
    '----',
    atom('mean', flags, Buffer.from(owner)),
    atom('name', flags, Buffer.from(name)),
    atom('data', textType, Buffer.from(value)),
  )
}

function atom(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
