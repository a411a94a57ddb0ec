import type { Handlers } from '../../../src/contract/index.ts'
import type { Folders } from './folders.ts'
import type { Catalogue } from './scan/catalogue.ts'
import type { Scanner } from './scan/index.ts'

/** Problems that are shown at most. */
const problemLimit = 500

/** The calls about the library's folders and their scans. */
export function createFolderHandlers(parts: {
  readonly folders: Folders
  readonly scanner: Scanner
  readonly catalogue: Catalogue
}): Pick<
  Handlers,
  | 'library.folders'
  | 'library.addFolders'
  | 'library.removeFolder'
  | 'library.scan'
  | 'library.cancelScan'
  | 'library.scanStatus'
  | 'library.problems'
> {
  const { folders, scanner, catalogue } = parts
  return {
    'library.folders': () => folders.list(),
    'library.addFolders': async ({ paths }) => {
      const { refused } = await scanner.addFolders(paths)
      return { folders: folders.list(), refused }
    },
    'library.removeFolder': async ({ id }) => {
      await scanner.removeFolder(id)
      return null
    },
    'library.scan': ({ ids }) => {
      scanner.scan(ids)
      return null
    },
    'library.cancelScan': () => {
      scanner.cancel()
      return null
    },
    'library.scanStatus': () => scanner.status(),
    'library.problems': () => catalogue.problems(problemLimit),
  }
}
