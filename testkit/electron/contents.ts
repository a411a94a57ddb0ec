import { EventEmitter } from 'node:events'
import { toPage } from './wires.ts'

/** A frame as IPC events name their sender. */
export interface FakeFrame {
  origin: string
  url: string
}

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string }

/** Stand-in for Electron's `WebContents`: what the app sets is kept for the test to try. */
export class FakeWebContents extends EventEmitter {
  readonly mainFrame: FakeFrame = { origin: 'melofy://app', url: 'melofy://app/' }
  openHandler: WindowOpenHandler | null = null
  destroyed = false

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  send(channel: string, ...sent: unknown[]): void {
    if (this.destroyed) throw new Error('Object has been destroyed')
    toPage(channel, sent)
  }

  destroy(): void {
    this.destroyed = true
    this.emit('destroyed')
  }
}
