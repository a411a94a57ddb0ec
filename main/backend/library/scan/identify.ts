import type { Catalogue, KnownTrack } from './catalogue.ts'
import type { Part } from './entries.ts'

/** Which track of the library a part of a file is. */
export type Identity =
  /** The same as before in the same place: read anew. */
  | { readonly kind: 'same'; readonly trackId: string }
  /** It lay elsewhere. */
  | { readonly kind: 'moved'; readonly trackId: string; readonly rowId: number }
  | { readonly kind: 'new'; readonly trackId: string }

/**
 * Finds out which track a part of a file is. The recording decides: one whose file has left its old place is the track it was
 * there. Without one, a file that kept its place and its title was edited; everything else is new.
 *
 * `vacated` says of a track whether its recording is surely no longer where it was.
 */
export function identify(
  part: Part,
  path: string,
  options: {
    readonly catalogue: Pick<Catalogue, 'withFingerprint' | 'idAt' | 'isIdTaken'>
    /** The tracks known at this path. */
    readonly here: readonly KnownTrack[]
    readonly vacated: (track: KnownTrack) => boolean
    /** The id of a new track, from where it lies. */
    readonly idFor: (path: string, segment: number) => string
    readonly randomId: () => string
  },
): Identity & { /** The track that was here and is so no longer. */ readonly displaced: KnownTrack | null } {
  const { catalogue, here, vacated, idFor, randomId } = options
  const resident = here.find((track) => track.segment === part.segment) ?? null
  if (resident !== null && resident.fingerprint === part.fingerprint) {
    return { kind: 'same', trackId: resident.trackId, displaced: null }
  }
  const candidates = catalogue
    .withFingerprint(part.fingerprint)
    .filter((track) => track.rowId !== resident?.rowId && vacated(track))
  const moved = candidates.find((track) => track.sortTitle === part.sortTitle) ?? candidates[0]
  if (moved !== undefined) return { kind: 'moved', trackId: moved.trackId, rowId: moved.rowId, displaced: resident }
  if (resident !== null) {
    // Other sound under another title is other music, whatever the file is called.
    return resident.sortTitle === part.sortTitle
      ? { kind: 'same', trackId: resident.trackId, displaced: null }
      : { kind: 'new', trackId: randomId(), displaced: resident }
  }
  // A file that was opened before it came to the library has its id already.
  const opened = catalogue.idAt(path, part.segment)
  if (opened !== undefined) return { kind: 'new', trackId: opened, displaced: null }
  const own = idFor(path, part.segment)
  return { kind: 'new', trackId: catalogue.isIdTaken(own) ? randomId() : own, displaced: null }
}
