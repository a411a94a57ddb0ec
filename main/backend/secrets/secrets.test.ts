import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anyGrapheme } from '../../../testkit/property/index.ts'
import { silentLog } from '../log/index.ts'
import { openStore } from '../store/index.ts'
import { memoryStore, temporaryFolder } from '../store/testing/index.ts'
import { createKeyFileSealer, createSealerChain, createSecrets } from './index.ts'

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('the sealer with a key file', () => {
  test('gives back what it sealed, whatever it is, and never the same twice', () => {
    const sealer = createKeyFileSealer(folder)
    fc.assert(
      fc.property(fc.string({ unit: anyGrapheme }), (text) => {
        const sealed = sealer.seal(text)
        expect(createKeyFileSealer(folder).open(sealed)).toBe(text)
        expect(sealer.seal(text).equals(sealed)).toBe(false)
      }),
    )
  })

  test('opens nothing that was changed, cut off, or sealed with another key', () => {
    const sealer = createKeyFileSealer(folder)
    const sealed = sealer.seal('hunter2')
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(sealer.open(changed)).toBeNull()
      expect(sealer.open(sealed.subarray(0, place))).toBeNull()
    }
    expect(createKeyFileSealer(path.join(folder, 'other')).open(sealed)).toBeNull()
  })

  test.skipIf(process.platform === 'win32')('keeps its key for its owner alone', () => {
    createKeyFileSealer(folder).seal('x')
    expect(fs.statSync(path.join(folder, 'secrets.key')).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(folder)).toEqual(['secrets.key'])
  })

  test('two that start at once end with one key', () => {
    const first = createKeyFileSealer(folder)
    const second = createKeyFileSealer(folder)
    const sealed = first.seal('one')
    expect(second.open(sealed)).toBe('one')
    expect(first.open(second.seal('two'))).toBe('two')
  })

  test('does not make a new key over a damaged one: what was sealed with it may still be saved', () => {
    fs.writeFileSync(path.join(folder, 'secrets.key'), 'short')
    expect(() => createKeyFileSealer(folder).seal('x')).toThrow('damaged')
    expect(fs.readFileSync(path.join(folder, 'secrets.key'), 'utf8')).toBe('short')
  })
})

describe('several sealers', () => {
  const broken = {
    seal: () => {
      throw new Error('locked')
    },
    open: () => null,
  }

  test('the first that can seals, and each opens its own', () => {
    const [one, two] = ['one', 'two'].map((name) => createKeyFileSealer(path.join(folder, name)))
    if (one === undefined || two === undefined) throw new Error('unreachable')
    const before = two.seal('before')
    const chain = createSealerChain([one, two])
    expect(one.open(chain.seal('now'))).toBe('now')
    expect(chain.open(before)).toBe('before')
    expect(two.open(createSealerChain([broken, two]).seal('x'))).toBe('x')
    expect(() => createSealerChain([broken]).seal('x')).toThrow('locked')
  })
})

describe('secrets', () => {
  test('are kept, replaced and removed', () => {
    const secrets = createSecrets({ store: memoryStore(), sealer: createKeyFileSealer(folder), log: silentLog })
    expect(secrets.get('node:a')).toBeNull()
    secrets.set('node:a', 'hunter2')
    secrets.set('node:a', 'hunter3')
    secrets.set('node:b', 'other')
    expect([secrets.get('node:a'), secrets.has('node:a'), secrets.get('node:b')]).toEqual(['hunter3', true, 'other'])
    secrets.remove('node:a')
    expect([secrets.get('node:a'), secrets.has('node:a')]).toEqual([null, false])
  })

  test('are nowhere in the data folder in a form that can be read', () => {
    const store = openStore({ folder, log: silentLog, onNotice: () => undefined })
    const secrets = createSecrets({ store, sealer: createKeyFileSealer(folder), log: silentLog })
    secrets.set('node:a', 'a-very-secret-password')
    store.close()
    const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(1)
    for (const { name, parentPath } of files)
      expect(fs.readFileSync(path.join(parentPath, name)).includes('a-very-secret-password')).toBe(false)
  })

  test('sealed on another computer are asked for anew, not an error', () => {
    const store = memoryStore()
    createSecrets({ store, sealer: createKeyFileSealer(path.join(folder, 'there')), log: silentLog }).set('a', 'x')
    const here = createSecrets({ store, sealer: createKeyFileSealer(path.join(folder, 'here')), log: silentLog })
    expect(here.get('a')).toBeNull()
    expect(here.has('a')).toBe(true)
  })
})
