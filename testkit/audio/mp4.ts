/** Boxes that hold other boxes, on the way to the ones changed here, with the bytes before their first child. */
const containers: Readonly<Record<string, number>> = {
  moov: 8,
  trak: 8,
  mdia: 8,
  minf: 8,
  stbl: 8,
  stsd: 16,
  udta: 8,
  meta: 12,
  ilst: 8,
}

interface Box {
  readonly start: number
  readonly end: number
  readonly type: string
}

function* boxesIn(file: Buffer, start: number, end: number): Generator<Box> {
  let at = start
  while (at + 8 <= end) {
    const size = file.readUInt32BE(at)
    if (size < 8) return
    yield { start: at, end: Math.min(end, at + size), type: file.toString('latin1', at + 4, at + 8) }
    at += size
  }
}

/** The chain of boxes from the top of the file to the first one with this path. */
function findChain(file: Buffer, path: readonly string[]): Box[] {
  const chain: Box[] = []
  let start = 0
  let end = file.length
  for (const type of path) {
    const box = [...boxesIn(file, start, end)].find((candidate) => candidate.type === type)
    if (box === undefined) throw new Error(`no ${path.join('/')} in this MP4 file`)
    chain.push(box)
    start = box.start + (containers[type] ?? 8)
    end = box.end
  }
  return chain
}

/** Renames the audio sample entry (`mp4a`), for example to `drms` or `enca`: how protected files announce themselves. */
export function withSampleEntry(file: Buffer, type: 'drms' | 'enca'): Buffer {
  const entry = findChain(file, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd', 'mp4a']).at(-1)
  const changed = Buffer.from(file)
  changed.write(type, (entry?.start ?? 0) + 4, 'latin1')
  return changed
}

/**
 * Adds iTunes' gapless tag (`iTunSMPB`), which is how files from iTunes and qaac say what an edit list says elsewhere:
 * encoder delay, padding at the end, and the frames between. Expects `moov` behind `mdat`, so that no offset moves.
 */
export function withGaplessTag(
  file: Buffer,
  gap: { readonly delay: number; readonly padding: number; readonly frames: number },
): Buffer {
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')
  const zeros = ` ${hex(0, 8)}`.repeat(8)
  const text = ` ${hex(0, 8)} ${hex(gap.delay, 8)} ${hex(gap.padding, 8)} ${hex(gap.frames, 16)}${zeros}`
  const tag = box('----', [
    box('mean', [word(0), Buffer.from('com.apple.iTunes')]),
    box('name', [word(0), Buffer.from('iTunSMPB')]),
    box('data', [word(1), word(0), Buffer.from(text)]),
  ])
  const chain = findChain(file, ['moov', 'udta', 'meta', 'ilst'])
  const insertAt = chain.at(-1)?.end ?? file.length
  const changed = Buffer.concat([file.subarray(0, insertAt), tag, file.subarray(insertAt)])
  for (const parent of chain) changed.writeUInt32BE(parent.end - parent.start + tag.length, parent.start)
  return changed
}

function box(type: string, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([word(8 + body.length), Buffer.from(type, 'latin1'), body])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
