import { describe, expect, it } from 'vitest'
import { anyCodePoint } from '../../../testkit/property/index.ts'
import * as fc from 'fast-check'
import { isBinding } from '../../../src/commands/index.ts'
import { matches, recorded } from './keys.ts'
import type { KeyPress } from './keys.ts'

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
})

describe('matches', () => {
  it('knows plain letters with and without caps lock', () => {
    expect(matches(press({ key: 'n', code: 'KeyN' }), 'N', false)).toBe(true)
    expect(matches(press({ key: 'N', code: 'KeyN' }), 'N', false)).toBe(true)
    expect(matches(press({ key: 'm', code: 'KeyM' }), 'N', false)).toBe(false)
  })

  it('finds a letter by its place where the keyboard types another script', () => {
    expect(matches(press({ key: 'т', code: 'KeyN' }), 'N', false)).toBe(true)
  })

  it('goes by what is typed on Latin keyboards, not by place', () => {
    expect(matches(press({ key: 'q', code: 'KeyA' }), 'Q', false)).toBe(true)
    expect(matches(press({ key: 'q', code: 'KeyA' }), 'A', false)).toBe(false)
  })

  it('leaves a letter with a modifier to the browser and the system', () => {
    expect(matches(press({ key: 'r', code: 'KeyR', ctrlKey: true }), 'R', false)).toBe(false)
    expect(matches(press({ key: 'p', code: 'KeyP', metaKey: true }), 'P', false)).toBe(false)
    expect(matches(press({ key: 'N', code: 'KeyN', shiftKey: true }), 'N', false)).toBe(false)
  })

  it('takes Ctrl, on macOS ⌘, for Mod, and only that one', () => {
    const control = press({ key: 'o', code: 'KeyO', ctrlKey: true })
    const command = press({ key: 'o', code: 'KeyO', metaKey: true })
    expect([matches(control, 'Mod+O', false), matches(control, 'Mod+O', true)]).toEqual([true, false])
    expect([matches(command, 'Mod+O', false), matches(command, 'Mod+O', true)]).toEqual([false, true])
  })

  it('accepts ? however the keyboard makes it', () => {
    expect(matches(press({ key: '?', code: 'Slash', shiftKey: true }), '?', false)).toBe(true)
    expect(matches(press({ key: '?', code: 'Comma' }), '?', false)).toBe(true)
  })

  it('finds digits where the keyboard types them only with Shift', () => {
    expect(matches(press({ key: '&', code: 'Digit1' }), '1', false)).toBe(true)
    expect(matches(press({ key: '1', code: 'Digit1', shiftKey: true }), '1', false)).toBe(true)
    expect(matches(press({ key: '!', code: 'Digit1', shiftKey: true }), '1', false)).toBe(false)
  })

  it('tells arrows with and without Alt apart', () => {
    const arrow = press({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true })
    expect([matches(arrow, 'ArrowLeft', false), matches(arrow, 'Alt+ArrowLeft', false)]).toEqual([false, true])
  })
})

describe('recorded', () => {
  const binding = (change: Partial<KeyPress>, mac = false) => {
    const found = recorded(press(change), mac)
    return found.kind === 'binding' ? found.binding : found.kind
  }

  it('waits while only modifiers are held', () => {
    expect(binding({ key: 'Shift', shiftKey: true })).toBe('waiting')
    expect(binding({ key: 'Control', ctrlKey: true })).toBe('waiting')
  })

  it('writes letters, signs, digits and named keys as they are found again', () => {
    expect(binding({ key: 'j', code: 'KeyJ' })).toBe('J')
    expect(binding({ key: 'J', code: 'KeyJ', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+J')
    expect(binding({ key: 'о', code: 'KeyJ' })).toBe('J')
    expect(binding({ key: '/', code: 'Digit7', shiftKey: true })).toBe('/')
    expect(binding({ key: '+', code: 'Equal', shiftKey: true, ctrlKey: true })).toBe('Mod++')
    expect(binding({ key: ' ', code: 'Space', shiftKey: true })).toBe('Shift+Space')
    expect(binding({ key: 'F6', code: 'F6' })).toBe('F6')
  })

  it('takes the place where Option types something else', () => {
    expect(binding({ key: 'π', code: 'KeyP', altKey: true }, true)).toBe('Alt+P')
    expect(binding({ key: '¡', code: 'Digit1', altKey: true }, true)).toBe('Alt+1')
  })

  it('takes nothing that means something everywhere, or that is half a letter', () => {
    expect(binding({ key: 'Tab', code: 'Tab' })).toBe('unusable')
    expect(binding({ key: 'Process', code: 'KeyA' })).toBe('unusable')
    expect(binding({ key: 'Dead', code: 'Equal' })).toBe('unusable')
    expect(binding({ key: 'j', code: 'KeyJ', metaKey: true })).toBe('unusable')
  })

  it('whatever it takes is a shortcut that the same press finds again', () => {
    const keys = fc.record({
      key: fc.oneof(
        fc.string({ unit: anyCodePoint, minLength: 1, maxLength: 1 }),
        fc.constantFrom('F1', 'Home', 'Dead', 'ß'),
      ),
      code: fc.constantFrom('KeyA', 'KeyZ', 'Digit1', 'Digit7', 'Slash', 'Space', ''),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
    })
    fc.assert(
      fc.property(keys, fc.boolean(), (pressed, mac) => {
        const found = recorded(pressed, mac)
        if (found.kind !== 'binding') return
        expect(isBinding(found.binding)).toBe(true)
        expect(matches(pressed, found.binding, mac)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
