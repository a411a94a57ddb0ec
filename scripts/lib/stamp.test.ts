import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isInstalled } from './installed.mjs'
import { fingerprint, unlessStamped } from './stamp.mjs'

let folder: string
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'melofy-stamp-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

describe('fingerprint', () => {
  it('notices every change that a build would see, and no test', () => {
    const seen = new Set<string>()
    const changed = () => {
      const now = fingerprint(folder, ['src', 'package.json'])
      const isNew = !seen.has(now)
      seen.add(now)
      return isNew
    }
    write('src/a/one.ts', '1')
    expect(changed()).toBe(true)
    expect(changed()).toBe(false)
    write('src/a/one.test.ts', 'test')
    expect(changed()).toBe(false)
    write('src/a/two.ts', '2')
    expect(changed()).toBe(true)
    write('package.json', '{}')
    expect(changed()).toBe(true)
    utimesSync(path.join(folder, 'src/a/two.ts'), 1, 1)
    expect(changed()).toBe(true)
    rmSync(path.join(folder, 'src/a/one.ts'))
    expect(changed()).toBe(true)
  })
})

describe('isInstalled', () => {
  const lock = (packages: object) => JSON.stringify({ packages })
  const a = { version: '1.0.0' }
  const forOthers = { version: '2.0.0', optional: true }

  it('asks for every package in its version, and forgives those for other systems', () => {
    const wanted = lock({ '': { name: 'melofy' }, 'node_modules/a': a, 'node_modules/b-win32': forOthers })
    expect(isInstalled(wanted, lock({ 'node_modules/a': a }))).toBe(true)
    expect(isInstalled(wanted, lock({ 'node_modules/a': a, 'node_modules/b-win32': forOthers }))).toBe(true)
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false)
    expect(isInstalled(wanted, lock({ 'node_modules/b-win32': forOthers }))).toBe(false)
  })

  it('takes nothing unreadable for an installation', () => {
    const wanted = lock({ 'node_modules/a': a })
    for (const [one, other] of [
      [wanted, ''],
      [wanted, '{'],
      ['', wanted],
      ['', ''],
      [lock({}), lock({})],
    ] as const) {
      expect(isInstalled(one, other)).toBe(false)
    }
  })
})

describe('unlessStamped', () => {
  it('works once per stamp, and again after a failure', async () => {
    const stampFile = path.join(folder, 'deeper', '.stamp')
    const work = vi.fn<() => Promise<boolean>>(async () => true)
    expect(await unlessStamped(stampFile, 'one', work)).toBe('done')
    expect(await unlessStamped(stampFile, 'one', work)).toBe('fresh')
    work.mockResolvedValueOnce(false)
    expect(await unlessStamped(stampFile, 'two', work)).toBe('failed')
    // What a failed attempt left behind is trusted by nobody, not even for the old stamp.
    expect(await unlessStamped(stampFile, 'one', work)).toBe('done')
    expect(work).toHaveBeenCalledTimes(3)
  })
})
