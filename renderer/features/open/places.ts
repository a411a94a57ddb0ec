/** A file by its own name, and the whole path where that is known. */
export interface PlacedName {
  readonly name: string
  readonly location: string | null
}

/**
 * The folders to show with each name, outermost first: the one around it, and as many more as it takes to tell files of
 * the same name apart.
 */
export function foldersShown(files: readonly PlacedName[]): readonly (readonly string[])[] {
  const all = files.map(({ location }) => foldersOf(location))
  const shown = all.map((folders) => folders.slice(-1))
  let open = [...files.keys()]
  for (let depth = 1; open.length > 0; depth += 1) {
    const key = (index: number) => JSON.stringify([files[index]?.name, ...(shown[index] ?? [])])
    const alike = Map.groupBy(open, key)
    open = [...alike.values()].filter((group) => group.length > 1).flat()
    open = open.filter((index) => (all[index]?.length ?? 0) > depth)
    for (const index of open) shown[index] = all[index]?.slice(-depth - 1) ?? []
  }
  return shown
}

/** Parts of a path as one line, each left to its own direction. */
export function joinedPath(parts: readonly string[]): string {
  return parts.map((part) => `\u2068${part}\u2069`).join('/')
}

function foldersOf(location: string | null): readonly string[] {
  if (location === null) return []
  const separator = location.includes('/') ? '/' : '\\'
  return location
    .split(separator)
    .filter((part) => part !== '')
    .slice(0, -1)
}
