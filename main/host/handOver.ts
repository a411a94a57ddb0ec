import type { EventListener, HostedBackend } from './backend.ts'

/** Brings files that the system opened with Melofy to a page. */
export interface HandOver {
  /** The same backend, noticing the pages that come and go. */
  readonly backend: HostedBackend
  /** Gives paths to the newest page, or keeps them for the first one that comes. */
  readonly give: (paths: readonly string[]) => void
}

/** One page gets the files, not all of them: each would start to play. */
export function createHandOver(backend: HostedBackend): HandOver {
  const pages: EventListener[] = []
  let waiting: readonly string[] = []
  return {
    backend: {
      dispatch: backend.dispatch,
      media: backend.media,
      connect(clientId, listener) {
        const disconnect = backend.connect(clientId, listener)
        pages.push(listener)
        if (waiting.length > 0) listener('files.handedOver', { paths: waiting })
        waiting = []
        return () => {
          pages.splice(pages.indexOf(listener), 1)
          disconnect()
        }
      },
    },
    give(paths) {
      if (paths.length === 0) return
      const newest = pages.at(-1)
      if (newest === undefined) waiting = [...waiting, ...paths]
      else newest('files.handedOver', { paths })
    },
  }
}
