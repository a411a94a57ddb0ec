import path from 'node:path'
import type { Place, Root } from './types.ts'

/** What one scan goes through. */
export interface Scope {
  /** Folders of the library that are walked as a whole. */
  readonly roots: readonly Root[]
  /** Other places that are looked at, in folders that are not walked as a whole. */
  readonly places: readonly Place[]
}

/** Whether a path is a folder or lies below it. */
export function isWithin(inner: string, folder: string): boolean {
  return inner === folder || inner.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)
}

/** What a walk has to look at for a scope. */
export function placesOf(scope: Scope): readonly Place[] {
  return [...scope.roots.map((root) => ({ path: root.path, deep: true })), ...scope.places]
}

/** Whether a scan of this scope, once finished, knows all that lies in a directory of a folder of the library. */
export function isCovered(scope: Scope, folderId: number, directory: string): boolean {
  if (scope.roots.some((root) => root.id === folderId)) return true
  return scope.places.some((place) => (place.deep ? isWithin(directory, place.path) : directory === place.path))
}

/** Both scopes in one. */
export function merged(one: Scope, other: Scope): Scope {
  const roots = [...new Map([...one.roots, ...other.roots].map((root) => [root.id, root])).values()]
  const places = [...one.places, ...other.places].filter(
    (place, index, all) =>
      !roots.some((root) => isWithin(place.path, root.path)) &&
      all.findIndex(({ path, deep }) => path === place.path && deep === place.deep) === index,
  )
  return { roots, places }
}

/** The folder of the library that holds a path; undefined when none does. */
export function rootOf(roots: readonly Root[], inner: string): Root | undefined {
  return roots.find((root) => isWithin(inner, root.path))
}
