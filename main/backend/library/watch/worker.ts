import { statSync } from 'node:fs'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import { standBack } from '../../standBack.ts'
import { isCompanion, isHidden, looksLikeAudio } from '../../files/kinds.ts'
import type { Touched, WatchMessage, WatchOrder } from './messages.ts'
import { type WatchedTree, watchTree } from './tree.ts'

const post = (message: WatchMessage): void => parentPort?.postMessage(message)

standBack()

/** Folders by their path; null for one that could not be watched and is tried again with the next order. */
const trees = new Map<string, WatchedTree | null>()
const touched = new Map<string, boolean>()
let quietMs = 1000
let firstMs = 0
let timer: NodeJS.Timeout | undefined

/** The longest that events wait while others keep coming, in quiet times. */
const longestWait = 5

function send(): void {
  const all = [...touched].map(([file, deep]): Touched => ({ path: file, deep }))
  touched.clear()
  if (all.length > 0) post({ kind: 'touched', touched: all })
}

function note(root: string, file: string): void {
  if (isHidden(path.basename(file))) return
  const kind = kindOf(file)
  if (kind === 'file' && !looksLikeAudio(file) && !isCompanion(file)) return
  const tree = trees.get(root)
  try {
    if (kind === 'folder') tree?.grow(file)
    else if (kind === 'gone') tree?.prune(file)
  } catch {
    giveUp(root)
  }
  if (touched.size === 0) firstMs = performance.now()
  touched.set(file, kind !== 'file' || touched.get(file) === true)
  clearTimeout(timer)
  const leftMs = firstMs + longestWait * quietMs - performance.now()
  timer = setTimeout(send, Math.max(0, Math.min(quietMs, leftMs)))
}

function kindOf(file: string): 'file' | 'folder' | 'gone' {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'gone'
  }
}

function giveUp(root: string): void {
  trees.get(root)?.close()
  trees.set(root, null)
  post({ kind: 'unwatched', roots: [root] })
}

function start(root: string): void {
  try {
    const tree = watchTree(
      root,
      (file) => note(root, file),
      () => giveUp(root),
    )
    trees.set(root, tree)
  } catch {
    trees.set(root, null)
  }
}

/** The worker thread: watches what it is told to, and tells in portions what happened. */
parentPort?.on('message', (order: WatchOrder) => {
  quietMs = order.quietMs
  for (const [root, tree] of trees) {
    if (order.roots.includes(root)) continue
    tree?.close()
    trees.delete(root)
  }
  for (const root of order.roots) if ((trees.get(root) ?? null) === null) start(root)
  post({ kind: 'unwatched', roots: order.roots.filter((root) => trees.get(root) === null) })
})
