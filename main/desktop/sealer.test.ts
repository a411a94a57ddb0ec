import { afterEach, describe, expect, it } from 'vitest'
import * as fake from '../../testkit/electron/index.ts'
import { createKeyRingSealer } from './sealer.ts'

const { safeStorage } = fake

afterEach(() => {
  safeStorage.isThere = true
  safeStorage.backend = 'gnome_libsecret'
  safeStorage.isLocked = false
})

describe('the system’s key ring', () => {
  it('gives back what it sealed, and opens nothing else', () => {
    const sealer = createKeyRingSealer('darwin')
    const sealed = sealer?.seal('hunter2') ?? Buffer.alloc(0)
    expect(sealed.includes('hunter2')).toBe(false)
    expect(sealer?.open(sealed)).toBe('hunter2')
    expect(sealer?.open(Buffer.of(1, 2, 3))).toBeNull()
    expect(sealer?.open(Buffer.concat([sealed, Buffer.of(0)]))).toBeNull()
  })

  it('a ring that got locked opens nothing, and breaks nothing', () => {
    const sealer = createKeyRingSealer('darwin')
    const sealed = sealer?.seal('hunter2') ?? Buffer.alloc(0)
    safeStorage.isLocked = true
    expect(sealer?.open(sealed)).toBeNull()
    expect(() => sealer?.seal('other')).toThrow('locked')
  })

  it('is not used where it is none: not there, or a password written in Electron itself', () => {
    safeStorage.backend = 'basic_text'
    expect(createKeyRingSealer('linux')).toBeUndefined()
    expect(createKeyRingSealer('win32')).toBeDefined()
    safeStorage.isThere = false
    expect(createKeyRingSealer('darwin')).toBeUndefined()
  })
})
