import { app } from 'electron'
import { z } from 'zod'

const messageSchema = z.object({ paths: z.array(z.string()) })

/** Files that reach a running app, and the wish to see it. */
export interface ArrivalListener {
  /** Absolute paths, or none: show the window. */
  readonly arrived: (paths: readonly string[]) => void
}

/**
 * Makes this the only desktop app on its profile. False: another one runs and got the paths; this process must end. The
 * paths travel beside the command line, into which Chromium mixes its own switches.
 */
export function becomeOnlyInstance(paths: readonly string[], { arrived }: ArrivalListener): boolean {
  if (!app.requestSingleInstanceLock({ paths: [...paths] })) return false
  app.on('second-instance', (_event, _argv, _folder, message) => {
    const parsed = messageSchema.safeParse(message)
    arrived(parsed.success ? parsed.data.paths : [])
  })
  return true
}

/** macOS tells about files by event, also before the app is ready. */
export function listenForFiles({ arrived }: ArrivalListener): void {
  app.on('open-file', (event, file) => {
    event.preventDefault()
    arrived([file])
  })
}
