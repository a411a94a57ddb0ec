import { ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { z } from 'zod'
import { failed } from '../../src/contract/index.ts'
import type { EventName, EventPayload } from '../../src/contract/index.ts'
import type { Log } from '../backend/index.ts'
import { connectPage } from '../host/index.ts'
import type { HostedBackend, PageConnection } from '../host/index.ts'
import { appOrigin } from './address.ts'
import { ipcChannels } from './channels.ts'

const pageIdSchema = z.uuid()
const callIdSchema = z.number().int().nonnegative()
const callSchema = z.tuple([pageIdSchema, callIdSchema, z.string().min(1).max(100), z.unknown()])
const cancelSchema = z.tuple([pageIdSchema, callIdSchema])

interface Page {
  readonly pageId: string
  readonly connection: PageConnection
}

/** The contract over Electron's IPC. */
export interface ContractIpc {
  /** Sends an event to one window's page alone. */
  sendTo<Name extends EventName>(contents: WebContents, name: Name, payload: EventPayload<Name>): void
  /** Stops answering. */
  close(): void
}

/**
 * Carries the contract between the app's windows and the backend. Only the main frame of a page at the app's own origin
 * is answered; everything else is dropped and logged.
 */
export function carryContract(backend: HostedBackend, log: Log): ContractIpc {
  const pages = new Map<WebContents, Page>()

  const leave = (contents: WebContents) => {
    pages.get(contents)?.connection.close()
    pages.delete(contents)
  }

  const greet = (contents: WebContents, pageId: string) => {
    if (pages.has(contents)) leave(contents)
    else contents.once('destroyed', () => leave(contents))
    const send = (name: EventName, payload: unknown) => {
      if (!contents.isDestroyed()) contents.send(ipcChannels.event, name, payload)
    }
    pages.set(contents, { pageId, connection: connectPage(backend, pageId, send) })
  }

  const pageOf = (contents: WebContents, pageId: string) => {
    const page = pages.get(contents)
    return page?.pageId === pageId ? page.connection : null
  }

  const isTrusted = (event: IpcMainEvent | IpcMainInvokeEvent, channel: string) => {
    const trusted = isOwnMainFrame(event)
    if (!trusted) log.warn('message from a stranger dropped', { channel })
    return trusted
  }

  ipcMain.on(ipcChannels.hello, (event, ...sent: unknown[]) => {
    const pageId = pageIdSchema.safeParse(sent[0])
    if (isTrusted(event, ipcChannels.hello) && pageId.success) greet(event.sender, pageId.data)
  })
  ipcMain.on(ipcChannels.cancel, (event, ...sent: unknown[]) => {
    const parsed = cancelSchema.safeParse(sent)
    if (!isTrusted(event, ipcChannels.cancel) || !parsed.success) return
    pageOf(event.sender, parsed.data[0])?.cancel(parsed.data[1])
  })
  ipcMain.handle(ipcChannels.call, async (event, ...sent: unknown[]) => {
    if (!isTrusted(event, ipcChannels.call)) throw new Error('Not for you')
    const parsed = callSchema.safeParse(sent)
    if (!parsed.success) return failed('bad-input')
    const [pageId, id, name, input] = parsed.data
    return pageOf(event.sender, pageId)?.call(id, name, input) ?? failed('bridge-closed')
  })

  return {
    sendTo(contents, name, payload) {
      if (pages.has(contents) && !contents.isDestroyed()) contents.send(ipcChannels.event, name, payload)
    },
    close() {
      ipcMain.removeHandler(ipcChannels.call)
      ipcMain.removeAllListeners(ipcChannels.hello)
      ipcMain.removeAllListeners(ipcChannels.cancel)
      for (const contents of pages.keys()) leave(contents)
    },
  }
}

/** Frames inside the page are as foreign as other origins. A frame that is gone already has no word either. */
function isOwnMainFrame({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === appOrigin
}
