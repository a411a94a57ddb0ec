import type { Reply } from '../../../../src/contract/index.ts'
import type { FileFacts, TagReader } from '../../tags/index.ts'
import type { FoundFile } from './types.ts'

/** A file and what came of reading it. */
export interface ReadFile {
  readonly file: FoundFile
  readonly reply: Reply<FileFacts>
}

/** Files read at the same time: enough to keep the tag worker busy while the disk seeks. */
const readsAtOnce = 8
/** Results that may wait to be written: with more, reading waits. */
const waitingAtMost = 64
/** Files that may wait to be read: some 50 MB. With more, the walk waits; with less, how many there are is known early. */
const filesAtMost = 100_000

/**
 * Reads files as they are added and hands the results to `write` in portions, one at a time. `write` answers how many of
 * them to hand in next time. The first error ends it: `done` rejects with it. Once the signal says so, what has been read is
 * written and what is being read is let go: a disk that does not answer holds nobody up.
 */
export function createReading(options: {
  readonly tags: Pick<TagReader, 'read'>
  readonly coverFolder: string
  readonly signal: AbortSignal
  readonly write: (files: readonly ReadFile[]) => Promise<number>
}) {
  const { tags, coverFolder, signal, write } = options
  const waiting: FoundFile[] = []
  const results: ReadFile[] = []
  let next = 0
  let underWay = 0
  let isWriting = false
  let isComplete = false
  let portion = 8
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  done.catch(() => undefined)
  const failing = new AbortController()
  const ending = AbortSignal.any([signal, failing.signal])
  let held: (() => void) | null = null

  const hasRoom = (): boolean => ending.aborted || waiting.length - next < filesAtMost

  function pump(): void {
    while (!ending.aborted && underWay < readsAtOnce && results.length < waitingAtMost) {
      const file = waiting[next]
      if (file === undefined) break
      next += 1
      underWay += 1
      void readOne(file)
    }
    // What was handed over need not be kept.
    if (next > 1000) {
      waiting.splice(0, next)
      next = 0
    }
    if (hasRoom()) {
      held?.()
      held = null
    }
    void drain()
  }

  async function readOne(file: FoundFile): Promise<void> {
    const reply = await tags.read({ path: file.path, name: file.name, coverFolder, companions: file.companions })
    underWay -= 1
    if (ending.aborted) return
    if (reply.ok || reply.error.code !== 'cancelled') results.push({ file, reply })
    pump()
  }

  /** Nothing more comes until somebody has written: what there is goes, however little. */
  const isLast = (): boolean => signal.aborted || (underWay === 0 && next >= waiting.length)

  async function drain(): Promise<void> {
    if (isWriting || failing.signal.aborted) return
    isWriting = true
    try {
      while (results.length >= portion || (results.length > 0 && isLast())) {
        portion = await write(results.splice(0, portion))
      }
    } catch (error) {
      failing.abort()
      reject(error)
      return
    } finally {
      isWriting = false
    }
    if (results.length === 0 && isLast() && (isComplete || signal.aborted)) resolve()
    else if (underWay < readsAtOnce && next < waiting.length && !signal.aborted) pump()
  }

  ending.addEventListener('abort', pump, { once: true })
  return {
    add(files: readonly FoundFile[]): void {
      for (const file of files) waiting.push(file)
      pump()
    },
    /** Resolves when more may be added. */
    async room(): Promise<void> {
      if (!hasRoom()) await new Promise<void>((go) => (held = go))
    },
    /** No more will be added. Resolves when all is read and written, or what was read before the signal ended it. */
    complete(): Promise<void> {
      isComplete = true
      pump()
      return done
    },
    done,
  }
}
