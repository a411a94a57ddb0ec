/** One step on the way to a folder. */
export interface PathStep {
  readonly name: string
  readonly path: string
}

/**
 * The way from the folder of the library to one inside it, outermost first. Just that folder when it is in none of them.
 * Paths are of the system that runs the backend: `\` separates only where the folder's own path has no `/`.
 */
export function stepsTo(
  path: string,
  roots: readonly { readonly path: string; readonly name: string }[],
): readonly PathStep[] {
  const separator = path.includes('/') ? '/' : '\\'
  const root = roots.find((one) => path === one.path || path.startsWith(withEnd(one.path, separator)))
  if (!root) return [{ name: path.split(separator).findLast((part) => part !== '') ?? path, path }]
  const steps: PathStep[] = [{ name: root.name, path: root.path }]
  for (const name of path.slice(root.path.length).split(separator)) {
    const above = steps.at(-1)
    if (name !== '' && above) steps.push({ name, path: `${withEnd(above.path, separator)}${name}` })
  }
  return steps
}

const withEnd = (path: string, separator: string) => (path.endsWith(separator) ? path : path + separator)
