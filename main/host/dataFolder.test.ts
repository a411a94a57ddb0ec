import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataFolder, makeDataFolder } from './dataFolder.ts'

describe('defaultDataFolder', () => {
  it('follows each system', () => {
    expect(defaultDataFolder('linux', {}, '/home/ann')).toBe('/home/ann/.local/share/melofy')
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/ann')).toBe('/data/melofy')
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'data' }, '/home/ann')).toBe('/home/ann/.local/share/melofy')
    expect(defaultDataFolder('darwin', {}, '/Users/ann')).toBe('/Users/ann/Library/Application Support/Melofy')
    expect(defaultDataFolder('win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\ann')).toBe('D:\\Roaming\\Melofy')
    expect(defaultDataFolder('win32', {}, 'C:\\Users\\ann')).toBe('C:\\Users\\ann\\AppData\\Roaming\\Melofy')
  })
})

// Windows has other rights.
describe.skipIf(process.platform === 'win32')('makeDataFolder', () => {
  const modeOf = (folder: string) => (statSync(folder).mode & 0o777).toString(8)

  it('keeps what it makes, and the usual folder, to their owner; a chosen one that is there stays as it is', () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'melofy-data-'))
    const made = path.join(scratch, 'a', 'b')
    makeDataFolder(made, false)
    expect(modeOf(made)).toBe('700')
    const open = path.join(scratch, 'open')
    mkdirSync(open)
    chmodSync(open, 0o755)
    makeDataFolder(open, false)
    expect(modeOf(open)).toBe('755')
    makeDataFolder(open, true)
    expect(modeOf(open)).toBe('700')
    rmSync(scratch, { recursive: true })
  })

  it('says nothing about a folder that cannot be made', () => {
    expect(() => makeDataFolder('/dev/null/data', true)).not.toThrow()
  })
})
