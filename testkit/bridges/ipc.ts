import { silentLog } from '../../main/backend/index.ts'
import { exposeContract } from '../../main/desktop/expose.ts'
import { carryContract } from '../../main/desktop/ipc.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import type { Channel } from '../../renderer/bridge/channel.ts'
import { BrowserWindow, ipcRenderer, mainWorld, sendAs } from '../electron/index.ts'
import { backendStandIn } from '../hosts/index.ts'
import type { TestBridge } from './types.ts'

/** The desktop app's bridge: the real preload script and the real main side, between them a stand-in for Electron's IPC. */
export async function ipcBridge(): Promise<TestBridge> {
  const backend = backendStandIn()
  const ipc = carryContract(backend, silentLog)
  // The wire has one end for pages, so one page is open at a time.
  const preload = runPreload()
  return {
    backend,
    openPage() {
      const { webContents } = new BrowserWindow()
      sendAs({ sender: webContents, senderFrame: webContents.mainFrame })
      return { bridge: bridgeOver(preload), leave: () => webContents.destroy() }
    },
    async close() {
      ipc.close()
      ipcRenderer.removeAllListeners()
    },
  }
}

function runPreload(): Channel {
  mainWorld.clear()
  exposeContract()
  const api = mainWorld.get('melofy')
  if (!isChannel(api)) throw new Error('The preload script exposed something else')
  return api
}

function isChannel(api: unknown): api is Channel {
  return typeof api === 'object' && api !== null && 'call' in api && 'cancel' in api && 'onEvent' in api
}
