/** Where a playlist file may mean. */
export interface Location {
  /** Absolute paths, most likely first. */
  readonly paths: readonly string[]
  /** Comparable names of the folders and the file, for one that lies elsewhere by now; empty for what is no file. */
  readonly parts: readonly string[]
}

const nowhere: Location = { paths: [], parts: [] }

/**
 * Reads a path or an address of a playlist file, of whichever system. Relative ones are below `folder`, when it is known.
 * Many programs write paths with percent signs for odd characters, so that reading is tried too.
 */
export function readLocation(location: string, folder: string | null): Location {
  if (location.length > longest || location.includes('\0')) return nowhere
  const fromAddress = /^file:/iu.test(location) ? pathOfAddress(location) : null
  if (fromAddress === null && /^[a-z][a-z\d+.-]+:\/\//iu.test(location)) return nowhere
  const written = fromAddress ?? location
  const decoded = fromAddress === null ? decode(written) : written
  const readings = [...new Set([written, decoded])]
  return {
    paths: [...new Set(readings.flatMap((path) => absolute(path, folder)).flatMap(spellings))],
    parts: partsOf(decoded),
  }
}

const longest = 32_767

/** Comparable names of a path's folders and file, whatever separates them: without accents' spelling and case. */
export function partsOf(path: string): string[] {
  const parts: string[] = []
  for (const part of path.split(/[\\/]+/u)) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.' && !/^[a-z]:$/iu.test(part)) parts.push(part.normalize('NFC').toLowerCase())
  }
  return parts
}

/** Reads `file:///music/a`, `file://localhost/music/a`, `file:///C:/Music/a`, `file://server/share/a` and `file:/music/a`. */
function pathOfAddress(address: string): string {
  const rest = address.slice('file:'.length).replace(/[?#].*$/su, '')
  const host = /^\/\/(?<host>[^/\\]*)/u.exec(rest)?.groups?.['host']
  const path = decode(host === undefined ? rest : rest.slice(2 + host.length))
  if (/^\/[a-z]:/iu.test(path)) return path.slice(1).replaceAll('/', '\\')
  if (host === undefined || host === '' || host.toLowerCase() === 'localhost') return path
  // Some programs forget the third slash: file://C:/Music.
  if (/^[a-z]:$/iu.test(host)) return `${host}${path}`.replaceAll('/', '\\')
  return `\\\\${host}${path}`.replaceAll('/', '\\')
}

/** Percent signs read, each run of them by itself, so that a stray one stays. */
function decode(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/giu, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/** Absolute forms of a path. A backslash may be a part of a name or, from Windows, a separator. */
function absolute(path: string, folder: string | null): string[] {
  if (/^[a-z]:[\\/]|^\\\\/iu.test(path)) return [resolveDots(path.replaceAll('/', '\\'), '\\')]
  if (path.startsWith('/')) return [resolveDots(path, '/')]
  if (folder === null) return []
  const separator = /^[a-z]:|^\\\\/iu.test(folder) ? '\\' : '/'
  const forms = separator === '\\' ? [path.replaceAll('/', '\\')] : [path, path.replaceAll('\\', '/')]
  return forms.map((form) => resolveDots(`${folder.replace(/[\\/]+$/u, '')}${separator}${form}`, separator))
}

function resolveDots(path: string, separator: '/' | '\\'): string {
  const root = /^(?:[a-z]:)?[\\/]+/iu.exec(path)?.[0] ?? ''
  const resolved: string[] = []
  for (const part of path.slice(root.length).split(separator)) {
    if (part === '..') resolved.pop()
    else if (part !== '.' && part !== '') resolved.push(part)
  }
  return root + resolved.join(separator)
}

/** macOS writes accents apart from their letters, others together. */
function spellings(path: string): string[] {
  return [path, path.normalize('NFC'), path.normalize('NFD')]
}
