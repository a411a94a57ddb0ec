import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from './dataFolder.ts'

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
