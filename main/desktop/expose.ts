import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { PreloadApi } from '../../src/contract/preload.ts'
import { ipcChannels } from './channels.ts'

/**
 * Puts the contract on `window.melofy`, and nothing else: one frozen object. Runs in the sandboxed preload script, so
 * it may import nothing but Electron's few modules there.
 */
export function exposeContract(): void {
  const pageId = crypto.randomUUID()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  let isKnown = false

  ipcRenderer.on(ipcChannels.event, (_event, name: string, payload: unknown) => {
    for (const listener of listeners) listener(name, payload)
  })

  // The page is made known when it first listens or calls: what the app has waiting for it arrives at open ears.
  const sayHello = () => {
    if (isKnown) return
    isKnown = true
    ipcRenderer.send(ipcChannels.hello, pageId)
  }

  const api = Object.freeze({
    call(id, name, input) {
      sayHello()
      return ipcRenderer.invoke(ipcChannels.call, pageId, id, name, input)
    },
    cancel(id) {
      ipcRenderer.send(ipcChannels.cancel, pageId, id)
    },
    onEvent(listener) {
      listeners.add(listener)
      sayHello()
      return () => {
        listeners.delete(listener)
      }
    },
    pathOf: (file) => webUtils.getPathForFile(file),
  } satisfies PreloadApi<File>)

  contextBridge.exposeInMainWorld('melofy', api)
}
