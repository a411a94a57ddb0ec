import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import * as fake from '../../testkit/electron/index.ts'
import type * as Host from '../host/index.ts'
import { runDesktop } from './run.ts'

/** The desktop app over a backend that cannot be closed. */

vi.mock('../host/index.ts', async (original) => {
  const host = await original<typeof Host>()
  const launch: typeof host.launch = async (options) => {
    const launched = await host.launch(options)
    if (launched.kind === 'second') return launched
    closeForReal = launched.close
    return { ...launched, close: () => new Promise(() => undefined) }
  }
  return { ...host, launch }
})

let closeForReal: (() => Promise<void>) | null = null
const folder = mkdtempSync(path.join(tmpdir(), 'melofy-desktop-'))

afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await closeForReal?.()
  await rm(folder, { recursive: true, force: true })
})

it('ends after five seconds when something that does not answer keeps it from closing', async () => {
  mkdirSync(path.join(folder, 'app', 'out', 'main'), { recursive: true })
  mkdirSync(path.join(folder, 'app', 'out', 'renderer'), { recursive: true })
  writeFileSync(path.join(folder, 'app', 'package.json'), '{"version":"9.8.7"}')
  fake.app.ready.resolve()
  await runDesktop({
    entryFolder: path.join(folder, 'app', 'out', 'main'),
    argv: ['/opt/melofy', '--data', path.join(folder, 'data')],
    appFolder: null,
    platform: 'linux',
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const ended = new Promise((resolve) => fake.app.once('fake-end', resolve))
  fake.app.quit()
  await vi.advanceTimersByTimeAsync(4_900)
  expect([fake.app.quits, fake.app.exits]).toEqual([0, []])
  await vi.advanceTimersByTimeAsync(200)
  await ended
  expect([fake.app.quits, fake.app.exits]).toEqual([0, [1]])
})
