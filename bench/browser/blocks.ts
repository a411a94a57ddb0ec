import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** How long the page's main thread was kept from drawing. */
export interface PageBlocks {
  /** Tasks of 50 ms and more, in ms: the browser tells of no shorter ones. */
  readonly tasks: readonly number[]
  /** From one drawn frame to the next, the longest, in ms. */
  readonly longestFrameMs: number
}

interface BlockNotes {
  tasks: number[]
  longestFrameMs: number
}

const notesSchema = z.object({ tasks: z.array(z.number()), longestFrameMs: z.number() })

declare global {
  interface Window {
    benchBlocks?: BlockNotes
  }
}

/** Where an expression can be run in a page. */
interface Evaluating {
  evaluate(expression: string): Promise<unknown>
}

/** Begins to note long tasks and frames of a page; what came before is forgotten. */
export async function watchPage(page: Evaluating): Promise<() => Promise<PageBlocks>> {
  await page.evaluate(`void (${String(note)})()`)
  return async () => {
    const notes = notesSchema.safeParse(await page.evaluate('window.benchBlocks'))
    if (!notes.success) throw new Error('The page was loaded anew while it was watched')
    return notes.data
  }
}

/** Runs in the page. */
function note(): void {
  const isNew = window.benchBlocks === undefined
  const notes: BlockNotes = (window.benchBlocks ??= { tasks: [], longestFrameMs: 0 })
  Object.assign(notes, { tasks: [], longestFrameMs: 0 })
  if (!isNew) return
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.tasks.push(entry.duration)
  }).observe({ type: 'longtask' })
  let last = performance.now()
  const frame = (): void => {
    const now = performance.now()
    notes.longestFrameMs = Math.max(notes.longestFrameMs, now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** What the host's process needs in its environment so that its main thread's blocks are noted in a file. */
export function loopWatch(file: string): Readonly<Record<string, string>> {
  const module = pathToFileURL(path.join(import.meta.dirname, '..', 'material', 'loop-watch.ts')).href
  return { NODE_OPTIONS: `--import=${module}`, MELOFY_BENCH_LOOP: file }
}

/** How the host's main thread was kept from answering. */
export interface LoopBlocks {
  /** The longest that nobody was answered, in ms: work, and waiting for a processor or a disk. */
  readonly blockMs: number
  /** The most processor time that it used without a pause, in ms. */
  readonly workMs: number
}

/** What the host's main thread was kept by between two moments (Unix time). */
export async function loopBlocks(file: string, fromMs: number, toMs: number): Promise<LoopBlocks> {
  const lines = (await readFile(file, 'utf8')).split('\n').flatMap((line) => {
    const [at, blockMs, workMs] = line.split(' ').map(Number)
    return at === undefined || blockMs === undefined || workMs === undefined ? [] : [{ at, blockMs, workMs }]
  })
  const inside = lines.filter(({ at }) => at >= fromMs && at <= toMs)
  if (inside.length === 0) throw new Error('Nothing was noted of the host’s main thread')
  return longestOf(inside)
}

/** The longest of several stretches. */
export function longestOf(stretches: readonly LoopBlocks[]): LoopBlocks {
  return {
    blockMs: Math.max(...stretches.map(({ blockMs }) => blockMs)),
    workMs: Math.max(...stretches.map(({ workMs }) => workMs)),
  }
}
