import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserCommand, openOwnPage } from './openBrowser.ts'

describe('browserCommand', () => {
  it('hands the address over as one argument everywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(browserCommand(platform, 'http://127.0.0.1/a&b').at(1)).toContain('http://127.0.0.1/a&b')
    }
  })
})

describe('openOwnPage', () => {
  const address = 'http://127.0.0.1:4711/secret-key/?a=1&b="x"'
  afterEach(() => vi.useRealTimers())

  it('keeps the key off the command line, in a file for its owner that leads there and goes again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let given = ''
    const { opened, removed } = await openOwnPage(address, async (target) => {
      given = target
      return true
    })
    expect(opened).toBe(true)
    expect(given).not.toContain('secret-key')
    expect(readFileSync(given, 'utf8')).toContain('url=http://127.0.0.1:4711/secret-key/?a=1&amp;b=&quot;x&quot;"')
    const modes = [given, path.dirname(given)].map((one) => statSync(one).mode & 0o777)
    // Windows has other rights.
    expect(process.platform === 'win32' || modes).toEqual(process.platform === 'win32' || [0o600, 0o700])
    await vi.advanceTimersByTimeAsync(9_000)
    expect(existsSync(given)).toBe(true)
    await vi.advanceTimersByTimeAsync(2_000)
    await removed
    expect(existsSync(path.dirname(given))).toBe(false)
  })

  it('leaves nothing behind when there is no browser', async () => {
    let given = ''
    const { opened, removed } = await openOwnPage(address, async (target) => {
      given = target
      return false
    })
    await removed
    expect([opened, existsSync(path.dirname(given))]).toEqual([false, false])
  })
})
