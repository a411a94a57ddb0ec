import type { Bridge, EventPayload, OpenedFiles, Reply, Unsubscribe } from '../../../src/contract/index.ts'

/** Opening by path, as the backend offers it. */
export interface FileOpening {
  open(paths: readonly string[], taskId: string, signal: AbortSignal): Promise<Reply<OpenedFiles>>
  onProgress(listener: (progress: EventPayload<'files.progress'>) => void): Unsubscribe
}

/** Opening over the bridge. */
export function filesOver(bridge: Bridge): FileOpening {
  return {
    open: (paths, taskId, signal) => bridge.call('files.open', { paths: [...paths], taskId }, { signal }),
    onProgress: (listener) => bridge.on('files.progress', listener),
  }
}
