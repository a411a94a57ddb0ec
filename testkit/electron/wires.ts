import { EventEmitter } from 'node:events'
import type { FakeFrame, FakeWebContents } from './contents.ts'

type CallHandler = (event: unknown, ...sent: unknown[]) => unknown

/** Who the next message from the page side comes from. */
export interface Sender {
  sender: FakeWebContents
  senderFrame: FakeFrame | null
}

let current: Sender | null = null

/** Chooses which window (and frame) the preload script runs in from now on. */
export function sendAs(sender: Sender | null): void {
  current = sender
}

const handlers = new Map<string, CallHandler>()

class FakeIpcMain extends EventEmitter {
  handle(channel: string, handler: CallHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = new FakeIpcMain()

class FakeIpcRenderer extends EventEmitter {
  send(channel: string, ...sent: unknown[]): void {
    const from = senderNow()
    // Messages arrive later and as copies, as between real processes.
    const copies: unknown[] = structuredClone(sent)
    queueMicrotask(() => ipcMain.emit(channel, from, ...copies))
  }

  async invoke(channel: string, ...sent: unknown[]): Promise<unknown> {
    const from = senderNow()
    const copies: unknown[] = structuredClone(sent)
    await Promise.resolve()
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(from, ...copies))
  }
}

export const ipcRenderer = new FakeIpcRenderer()

/** Delivers what a window's contents sent to the preload script. */
export function toPage(channel: string, sent: readonly unknown[]): void {
  const copies: unknown[] = structuredClone([...sent])
  queueMicrotask(() => ipcRenderer.emit(channel, {}, ...copies))
}

function senderNow(): Sender {
  if (current === null) throw new Error('Say first which window sends: sendAs(…)')
  return { ...current }
}
