import { EventEmitter } from 'node:events'
import { createdContents } from './window.ts'

/** Stand-in for Electron's `app`. */
class FakeApp extends EventEmitter {
  isPackaged = true
  /** False: another instance holds the lock. */
  isFirst = true
  readonly switches: string[] = []
  readonly paths = new Map<string, string>()
  readonly exits: number[] = []
  quits = 0
  readonly ready = Promise.withResolvers<void>()

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      this.switches.push(`${name}=${value}`)
    },
  }

  whenReady(): Promise<void> {
    return this.ready.promise
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? `/fake/${name}`
  }

  setPath(name: string, folder: string): void {
    this.paths.set(name, folder)
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-GB']
  }

  requestSingleInstanceLock(): boolean {
    return this.isFirst
  }

  /** Asks everybody who listens; ends only when nobody objects. */
  quit(): void {
    let isStopped = false
    this.emit('will-quit', { preventDefault: () => (isStopped = true) })
    if (!isStopped) {
      this.quits += 1
      this.emit('fake-end')
    }
  }

  exit(code: number): void {
    this.exits.push(code)
    this.emit('fake-end')
  }
}

export const app = new FakeApp()
createdContents.push((contents) => app.emit('web-contents-created', {}, contents))
