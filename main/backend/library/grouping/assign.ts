import { fold } from './fold.ts'
import { type DiscMark, folderDisc, withoutDisc } from './discs.ts'
import { albumIdOf, isVariousArtists, withoutFeatured } from './names.ts'
import type { GroupingTags } from './tags.ts'

/** A track as grouping looks at it. */
export interface GroupingTrack {
  readonly rowId: number
  readonly directory: string
  readonly tags: GroupingTags
}

/** Where grouping puts a track. */
export interface Assignment {
  readonly albumId: string
  /** The album's title as this track's tags have it, without the disc. */
  readonly title: string
  /** Whose album it is; empty for compilations and where nobody is named. */
  readonly artists: readonly string[]
  readonly isCompilation: boolean
  /** The disc as tags, title or folder tell it; null when nothing does. */
  readonly discNumber: number | null
}

/** A track that names an album, half-way. */
interface Titled {
  readonly track: GroupingTrack
  readonly title: string
  readonly titleDisc: DiscMark | null
}

/** The key of what all albums by many share instead of an artist. */
const various = '\0various'

/**
 * Groups the tracks of one home into albums; tracks without an album title are left out. A function of these tracks alone,
 * so that a home can be grouped anew without looking at any other: an album that is spread over several homes comes
 * together because each of them gives it the same id.
 */
export function assignAlbums(home: string, tracks: readonly GroupingTrack[]): ReadonlyMap<number, Assignment> {
  const titled = tracks.flatMap((track): Titled[] => {
    if (track.tags.albumTitle === null) return []
    const { text, disc } = withoutDisc(track.tags.albumTitle)
    return [{ track, title: text, titleDisc: disc }]
  })
  const placed = [...groupBy(titled, ({ title }) => fold(title))].flatMap(([titleKey, sameTitle]) =>
    assignTitle(home, titleKey, sameTitle),
  )
  return new Map(
    [...groupBy(placed, ({ albumId }) => albumId).values()].flatMap((album) => {
      const discs = discNumbers(album)
      return album.map(({ one, ...rest }): [number, Assignment] => [
        one.track.rowId,
        { ...rest, discNumber: discs.get(one.track.rowId) ?? null },
      ])
    }),
  )
}

type Placed = Omit<Assignment, 'discNumber'> & { readonly one: Titled }

/** The albums of one title in one home: one for each album artist, and for each edition of it. */
function assignTitle(home: string, titleKey: string, sameTitle: readonly Titled[]): Placed[] {
  return [...groupBy(sameTitle, byAlbumArtist(sameTitle))].flatMap(([artistKey, sameArtist]) => {
    const artists = artistKey === '' ? sharedArtist(sameArtist) : namesOf(artistKey, sameArtist)
    const isCompilation = artists.length === 0 && sameArtist.some(({ track }) => track.tags.artists.length > 0)
    const who = artistKey === '' ? (artists[0] === undefined ? `home\0${home}` : fold(artists[0])) : artistKey
    const releases = new Set(sameArtist.map(({ track }) => track.tags.releaseId).filter((id) => id !== null))
    const [onlyRelease] = releases.size === 1 ? releases : []
    return sameArtist.map((one): Placed => {
      // A few tracks that were never looked up belong to the one edition there is.
      const release = one.track.tags.releaseId ?? onlyRelease
      const albumId =
        release === undefined ? albumIdOf('title', titleKey, who) : albumIdOf('release', release.toLowerCase())
      return { one, albumId, title: one.title, artists: ownNames(one, artists), isCompilation }
    })
  })
}

/**
 * Answers the key of the album artist of each track. Tracks without one go with the others of their title when those agree
 * on one, or when they are by one of those; else with each other, under the empty key.
 */
function byAlbumArtist(sameTitle: readonly Titled[]): (one: Titled) => string {
  const named = new Set(sameTitle.map(({ track }) => taggedKey(track.tags)).filter((key) => key !== ''))
  const [onlyKey = ''] = named.size === 1 ? named : []
  return ({ track }) => {
    const tagged = taggedKey(track.tags)
    if (tagged !== '' || onlyKey !== '') return tagged || onlyKey
    const own = primaryKey(track.tags)
    return named.has(own) ? own : ''
  }
}

/** The album artist of the tags as a key; empty when they name none. */
function taggedKey({ albumArtists }: GroupingTags): string {
  if (albumArtists.length === 0) return ''
  return albumArtists.some(isVariousArtists) ? various : albumArtists.map(fold).join('\0')
}

function primaryKey({ artists }: GroupingTags): string {
  return fold(withoutFeatured(artists[0] ?? ''))
}

/** Names of the album artist for those that have none of their own. */
function namesOf(artistKey: string, sameArtist: readonly Titled[]): readonly string[] {
  if (artistKey === various) return []
  const spellings = sameArtist.map(({ track }) => track.tags.albumArtists).filter((names) => names.length > 0)
  return mostFrequent(spellings.map((names) => names.join('\0')))?.split('\0') ?? []
}

/** A track's own spelling of the album artist counts; the album's is what most of its tracks say. */
function ownNames({ track }: Titled, artists: readonly string[]): readonly string[] {
  return artists.length > 0 && track.tags.albumArtists.length > 0 ? track.tags.albumArtists : artists
}

/** The one artist of tracks without an album artist; empty when there are several, or when the tags say compilation. */
function sharedArtist(tracks: readonly Titled[]): readonly string[] {
  const keys = new Set(tracks.map(({ track }) => primaryKey(track.tags)))
  const isFlagged = tracks.some(({ track }) => track.tags.isCompilation)
  if (keys.size !== 1 || isFlagged) return []
  const name = mostFrequent(tracks.map(({ track }) => withoutFeatured(track.tags.artists[0] ?? '')))
  return name === undefined || name === '' || isVariousArtists(name) ? [] : [name]
}

/**
 * Disc numbers of one album's tracks in one home. A title that says "(Disc 2)" knows best; a folder does when the tags call
 * all discs the same. A bonus disc without a number comes after the others.
 */
function discNumbers(album: readonly Placed[]): ReadonlyMap<number, number> {
  const tagged = new Set(album.map(({ one }) => one.track.tags.discNumber).filter((disc) => disc !== null))
  const folders = new Set(album.map(({ one }) => folderDisc(one.track.directory)))
  const trustFolders = tagged.size <= 1 && folders.size > 1
  const marks = album.map(({ one }): [number, DiscMark | null] => {
    const { directory, rowId, tags } = one.track
    const folder = folderDisc(directory)
    const mark = one.titleDisc ?? (trustFolders ? (folder ?? tags.discNumber) : (tags.discNumber ?? folder))
    // A number in the tags is better than none.
    return [rowId, mark === 'bonus' && tags.discNumber !== null && tags.discNumber > 1 ? tags.discNumber : mark]
  })
  const last = Math.max(1, ...marks.map(([, mark]) => (typeof mark === 'number' ? mark : 0)))
  return new Map(
    marks.flatMap(([rowId, mark]): [number, number][] =>
      mark === null ? [] : [[rowId, mark === 'bonus' ? last + 1 : mark]],
    ),
  )
}

/** The value that is there most often; of equals the first by code units, so that the order of files does not matter. */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))[0]?.[0]
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  return Map.groupBy(values, keyOf)
}
