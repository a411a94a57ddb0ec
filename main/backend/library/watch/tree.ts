import { type FSWatcher, readdirSync, statfsSync, watch } from 'node:fs'
import path from 'node:path'
import { isHidden } from '../../files/kinds.ts'
import { isWithin } from '../scan/scope.ts'

/** A folder with all below it, watched. */
export interface WatchedTree {
  /** Watches what came to be at a path, if that is a folder. */
  grow(folder: string): void
  /** Lets go of what is no longer at a path. */
  prune(folder: string): void
  close(): void
}

/** File systems that other computers write to without a word to this one: NFS, SMB, CIFS, SMB 2, 9P, FUSE (linux/magic.h). */
const silentSystems: ReadonlySet<number> = new Set([
  0x69_69, 0x51_7b, 0xff_53_4d_42, 0xfe_53_4d_42, 0x01_02_19_97, 0x65_73_55_46,
])

/**
 * Watches a folder with all below it. Throws when that cannot be done; `onError` hears when it can no longer be. macOS and
 * Windows watch a tree as a whole. On Linux every folder is watched on its own: Node's own way there watches every file, too.
 */
export function watchTree(root: string, onEvent: (file: string) => void, onError: () => void): WatchedTree {
  if (process.platform !== 'linux') {
    const whole = watch(root, { recursive: true }, (_type, name) =>
      onEvent(name === null ? root : path.join(root, name)),
    )
    whole.on('error', onError)
    return { grow: () => undefined, prune: () => undefined, close: () => whole.close() }
  }
  if (silentSystems.has(statfsSync(root).type)) throw new Error('changes on this disk are not told')
  const watchers = new Map<string, FSWatcher>()

  function watchOne(folder: string): void {
    const watcher = watch(folder, (_type, name) => onEvent(name === null ? folder : path.join(folder, name)))
    watcher.on('error', onError)
    watchers.set(folder, watcher)
  }

  function grow(folder: string): void {
    for (const waiting = [folder]; waiting.length > 0;) {
      const next = waiting.pop()
      if (next === undefined || watchers.has(next)) continue
      try {
        watchOne(next)
        const inside = readdirSync(next, { withFileTypes: true })
        for (const entry of inside)
          if (entry.isDirectory() && !isHidden(entry.name)) waiting.push(path.join(next, entry.name))
      } catch (error) {
        // Gone or closed to us since it was listed; anything else (no watches left) is the end of watching.
        if (next === root || !isPassing(error)) throw error
      }
    }
  }

  function close(): void {
    for (const watcher of watchers.values()) watcher.close()
    watchers.clear()
  }

  try {
    grow(root)
  } catch (error) {
    close()
    throw error
  }
  return {
    grow,
    prune(folder) {
      for (const [watched, watcher] of watchers) {
        if (watched === root || !isWithin(watched, folder)) continue
        watcher.close()
        watchers.delete(watched)
      }
    },
    close,
  }
}

function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM'
}
