import type { NodeTrack } from '../nodelink/answers.ts'
import type { NodeRecording } from '../nodelink/ports.ts'

/** Lengths of one recording differ by so much between sources at most, in ms. */
const lengthToleranceMs = 2000
/** Sources whose identifiers mean nothing to another node, or whose results could be anybody's file. */
const unshared = new Set(['local', 'http'])

/** Whether another track is the same recording: by its ISRC, else by title, artist and length. In doubt it is not. */
export function isSameRecording(recording: NodeRecording, { info }: NodeTrack): boolean {
  if (info.isStream || unshared.has(info.sourceName ?? 'local')) return false
  if (recording.isrc !== null && info.isrc) return plainIsrc(recording.isrc) === plainIsrc(info.isrc)
  const { lengthMs } = recording
  if (lengthMs === null || info.length <= 0 || Math.abs(info.length - lengthMs) > lengthToleranceMs) return false
  const [title, author] = [plain(recording.title), plain(recording.author)]
  return title !== '' && author !== '' && title === plain(info.title) && author === plain(info.author)
}

/** The same recording among what a node found, but not the very track that is known already. */
export function candidatesOf(recording: NodeRecording, found: readonly NodeTrack[]): readonly NodeTrack[] {
  return found.filter(({ encoded, info }) => {
    const isItself =
      encoded === recording.encoded ||
      (info.sourceName === recording.sourceName && info.identifier === recording.identifier)
    return !isItself && isSameRecording(recording, { encoded, info })
  })
}

/** Words to look for it by. Nothing in them may read as an address, a path or the name of a source. */
export function queryOf({ title, author }: Pick<NodeRecording, 'title' | 'author'>): string {
  return `${author} ${title}`
    .replaceAll(/[:/\\]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Whether another node can be asked by the same identifier. */
export function isShared(sourceName: string): boolean {
  return !unshared.has(sourceName)
}

function plainIsrc(isrc: string): string {
  return isrc.replaceAll('-', '').toUpperCase()
}

/** Without case, accents, punctuation and what channels add to an artist's name. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+-\s+topic$/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
