/** What decides the place of a track among those of its folder. */
export interface Placed {
  /** Real path of the folder it lies in. */
  readonly folder: string
  readonly name: string
  readonly albumId: string | null
  readonly discNumber: number | null
  readonly trackNumber: number | null
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Names as people count: `2 b` before `10 a`; equal ones fall back to their code units, so that the order never wavers. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0)
}

/**
 * Playing order. Folders stay as they came. Inside a folder the tracks of one album stand together, by disc, number and
 * name; albums and loose files follow each other by name. (Numbers alone would shuffle a folder of single downloads.)
 */
export function inPlayingOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  const folders = Map.groupBy(items, (item) => item.folder)
  return [...folders.values()].flatMap((inFolder) => {
    const albums = Map.groupBy(inFolder, (item) => item.albumId ?? `loose\0${item.name}`)
    const sorted = [...albums.values()].map((album) => album.toSorted(compareTracks))
    const firstName = (album: readonly Item[]): string => album.map((item) => item.name).toSorted(compareNames)[0] ?? ''
    return sorted.toSorted((one, other) => compareNames(firstName(one), firstName(other))).flat()
  })
}

/** Tracks without a number come after those with one. */
function compareTracks(one: Placed, other: Placed): number {
  return (
    (one.discNumber ?? 1) - (other.discNumber ?? 1) ||
    (one.trackNumber ?? 10_000) - (other.trackNumber ?? 10_000) ||
    compareNames(one.name, other.name)
  )
}
