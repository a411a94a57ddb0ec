import { type Dirent, opendirSync, realpathSync, type Stats, statSync } from 'node:fs'
import type { WalkDisk } from './types.ts'

/** Names taken from a folder in one go: a folder of a million names is never in memory as a whole. */
const namesPerRead = 256

/** The real disk, for a thread that may wait for it. */
export const realDisk: WalkDisk = {
  *list(folder) {
    const open = opendirSync(folder, { bufferSize: namesPerRead })
    try {
      for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
        yield { name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) }
      }
    } finally {
      open.closeSync()
    }
  },
  stat(path) {
    const facts = statSync(path)
    return { kind: kindOf(facts), sizeBytes: facts.size, modifiedMs: facts.mtimeMs }
  },
  realPath: (path) => realpathSync.native(path),
}

function kindOf(entry: Dirent | Stats): 'file' | 'folder' | 'other' {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'
}
