import { describe, expect, it, vi } from 'vitest'
import { backendStandIn } from '../../testkit/hosts/index.ts'
import { failed } from '../../src/contract/index.ts'
import { connectPage } from './page.ts'

describe('connectPage', () => {
  it('cancels everything under way when the page goes away, and hears no more events', () => {
    const backend = backendStandIn()
    const listener = vi.fn<(name: string, payload: unknown) => void>()
    const page = connectPage(backend, 'one', listener)
    void page.call(1, 'files.open', null)
    void page.call(2, 'files.open', null)
    backend.emit('playback.elsewhere', null)
    page.close()
    backend.emit('playback.elsewhere', null)
    expect(backend.held.map(({ signal }) => signal.aborted)).toEqual([true, true])
    expect(listener).toHaveBeenCalledTimes(1)
    expect(backend.connected.size).toBe(0)
  })

  it('takes no calls after that, and no number twice', async () => {
    const page = connectPage(backendStandIn(), 'one', () => undefined)
    void page.call(1, 'files.open', null)
    expect(await page.call(1, 'files.open', null)).toEqual(failed('bad-input'))
    page.close()
    expect(await page.call(2, 'app.info', null)).toEqual(failed('bridge-closed'))
  })

  it('turns a broken handler into a reply', async () => {
    const page = connectPage(backendStandIn(), 'one', () => undefined)
    expect(await page.call(1, 'demo.album', null)).toEqual(failed('internal'))
  })
})
