import { describe, expect, it } from 'vitest'
import { matches } from './keys.ts'
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

  it('tells arrows with and without Alt apart', () => {
    const arrow = press({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true })
    expect([matches(arrow, 'ArrowLeft', false), matches(arrow, 'Alt+ArrowLeft', false)]).toEqual([false, true])
  })
})
