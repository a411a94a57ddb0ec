/** What preload scripts put into the page's world, by name. */
export const mainWorld = new Map<string, unknown>()

/**
 * Like the real one: functions cross as proxies, plain values as copies, and what cannot be copied (an `AbortSignal`, a
 * class with methods) is an error at once.
 */
export const contextBridge = {
  exposeInMainWorld(name: string, api: object): void {
    if (mainWorld.has(name)) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
    mainWorld.set(
      name,
      Object.freeze(Object.fromEntries(Object.entries(api).map(([key, value]) => [key, cross(value)]))),
    )
  },
}

function cross(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...sent: unknown[]) => cross(Reflect.apply(value, undefined, sent.map(cross)))
  }
  if (value instanceof Promise) return value.then(cross)
  if (value instanceof File) return value
  if (value instanceof AbortSignal) throw new TypeError('An object could not be cloned.')
  return structuredClone(value)
}

/** Paths of files as the system knows them. */
export const pathsOfFiles = new WeakMap<object, string>()

export const webUtils = {
  getPathForFile: (file: File) => pathsOfFiles.get(file) ?? '',
}
