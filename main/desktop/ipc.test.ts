import { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as fake from '../../testkit/electron/index.ts'
import { backendStandIn } from '../../testkit/hosts/index.ts'
import type { BackendStandIn } from '../../testkit/hosts/index.ts'
import { failed } from '../../src/contract/index.ts'
import { silentLog } from '../backend/index.ts'
import { carryContract } from './ipc.ts'
import type { ContractIpc } from './ipc.ts'

const pageId = '0d9f4b3a-5b0e-4c56-8a3c-1c7c9f1f2a10'
const nextPageId = '9a1e8a6c-33f3-4c4b-8f77-0a2f6f0d4b21'

let backend: BackendStandIn
let ipc: ContractIpc
let contents: fake.FakeWebContents

const from = (frame: { origin: string; url: string } | null = contents.mainFrame) => {
  fake.sendAs({ sender: contents, senderFrame: frame })
}
const call = (...sent: unknown[]) => fake.ipcRenderer.invoke('melofy:call', ...sent)
const hello = async (id: unknown = pageId) => {
  fake.ipcRenderer.send('melofy:hello', id)
  await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => {
  backend = backendStandIn()
  ipc = carryContract(backend, silentLog)
  contents = new fake.FakeBrowserWindow().webContents
  from()
})
afterEach(() => ipc.close())

describe('the sender check', () => {
  it.each([
    ['a frame inside the page', { origin: 'melofy://app', url: 'melofy://app/' }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_name, frame) => {
    await hello()
    from(frame)
    await expect(call(pageId, 1, 'app.info', null)).rejects.toThrow('Not for you')
    await hello(nextPageId)
    from()
    expect(await call(pageId, 1, 'app.info', null)).toMatchObject({ ok: true })
  })

  it.each(['https://example.org', 'melofy://other', 'file://', 'null', 'melofy://app.evil', ''])(
    'refuses the main frame at the origin %s',
    async (origin) => {
      await hello()
      contents.mainFrame.origin = origin
      await expect(call(pageId, 1, 'app.info', null)).rejects.toThrow('Not for you')
      fake.ipcRenderer.send('melofy:cancel', pageId, 1)
      await hello(nextPageId)
      expect(backend.connected).toEqual(new Set([pageId]))
    },
  )

  it('refuses what is not of the contract’s shape', async () => {
    await hello()
    for (const sent of [
      [],
      [pageId],
      [pageId, '1', 'app.info', null],
      [pageId, -1, 'app.info', null],
      ['x', 1, 'app.info', null],
    ]) {
      expect(await call(...sent)).toEqual(failed('bad-input'))
    }
    await hello('not an id')
    await hello({ toString: 'x' })
    expect(backend.connected).toEqual(new Set([pageId]))
  })
})

describe('pages of a window', () => {
  it('are told apart after a reload', async () => {
    await hello()
    void call(pageId, 1, 'files.open', null)
    await backend.until(() => backend.held.length === 1)
    await hello(nextPageId)
    expect(backend.held[0]?.signal.aborted).toBe(true)
    expect(backend.connected).toEqual(new Set([nextPageId]))
    expect(await call(pageId, 2, 'app.info', null)).toEqual(failed('bridge-closed'))
    expect(await call(nextPageId, 1, 'app.info', null)).toMatchObject({ ok: true })
  })

  it('cannot cancel each other’s calls', async () => {
    await hello()
    void call(pageId, 1, 'files.open', null)
    await backend.until(() => backend.held.length === 1)
    contents = new fake.FakeBrowserWindow().webContents
    from()
    await hello(nextPageId)
    fake.ipcRenderer.send('melofy:cancel', pageId, 1)
    await hello(nextPageId)
    expect(backend.held[0]?.signal.aborted).toBe(false)
  })

  it('hear what is meant for them alone, and nothing is sent to a window that is gone', async () => {
    const window = new BrowserWindow()
    const other = fake.FakeBrowserWindow.getAllWindows().at(-1)
    if (other === undefined) throw new Error('No window')
    contents = other.webContents
    from()
    const send = vi.spyOn(other.webContents, 'send')
    ipc.sendTo(window.webContents, 'command.invoked', { command: 'play' })
    expect(send).not.toHaveBeenCalled()
    await hello()
    ipc.sendTo(window.webContents, 'command.invoked', { command: 'play' })
    expect(send).toHaveBeenCalledExactlyOnceWith('melofy:event', 'command.invoked', { command: 'play' })
    other.webContents.destroyed = true
    backend.emit('playback.elsewhere', null)
    expect(send).toHaveBeenCalledTimes(1)
  })
})
