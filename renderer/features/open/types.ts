import type { Openable, OpenReport } from '../commands/types.ts'

/** Opens files and folders, one lot at a time. */
export interface Opener {
  /** Reads them, then plays them or adds them to the queue. A second call cancels the first. */
  open(what: Openable, intent: 'play' | 'add', report?: OpenReport): void
  cancel(): void
  /** Asks for files or a folder: the system's dialog in the app, the browser's own in the browser host. */
  choose(kind: 'files' | 'folder', intent: 'play' | 'add'): void
}
