import { isBinding, isNamedKey, isOneSign, parseBinding, signOf, writeBinding } from '../../../src/commands/index.ts'

/** The parts of a keyboard event that decide which shortcut it is. */
export interface KeyPress {
  readonly key: string
  /** Place on the keyboard, for example `KeyN`. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * True when the press is this shortcut, written as `Mod+Shift+O`, `Space` or `?`. `Mod` is Ctrl, on macOS ⌘. Letters go
 * by what the key types; where it types another script (Russian, Greek …) or a sign (Option on macOS) by its place on the
 * keyboard. So do digits, which some keyboards type only with Shift.
 */
export function matches(press: KeyPress, binding: string, mac: boolean): boolean {
  const wanted = parseBinding(binding)
  const mod = mac ? press.metaKey : press.ctrlKey
  const otherMod = mac ? press.ctrlKey : press.metaKey
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false
  if (isLetter(wanted.key)) return press.shiftKey === wanted.shift && letterOf(press) === wanted.key
  if (/^\d$/.test(wanted.key)) {
    return press.key === wanted.key || (!press.shiftKey && press.code === `Digit${wanted.key}`)
  }
  if (isNamedKey(wanted.key)) {
    return (press.key === ' ' ? 'Space' : press.key) === wanted.key && press.shiftKey === wanted.shift
  }
  // A sign such as ? needs Shift on some keyboards and not on others: the sign itself is what counts.
  return signOf(press.key) === wanted.key
}

const isLetter = (key: string) => /^[A-Z]$/.test(key)

/** The Latin letter of a key, or null. */
function letterOf({ key, code }: KeyPress): string | null {
  const typed = key.toUpperCase()
  if (isLetter(typed)) return typed
  const isOtherScript = key.length > 1 ? key === 'Dead' : !/^[\d\s!-/:-@[-`{-~]$/.test(key)
  return isOtherScript && /^Key[A-Z]$/.test(code) ? code.slice(-1) : null
}

/** What somebody pressed who was asked for a shortcut: one, or nothing yet, or a key that cannot be one. */
export type Recorded =
  | { readonly kind: 'binding'; readonly binding: string }
  | { readonly kind: 'waiting' | 'unusable' }

const modifiers: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn'])

/** The shortcut of a press, such that `matches` finds it again. */
export function recorded(press: KeyPress, mac: boolean): Recorded {
  if (modifiers.has(press.key)) return { kind: 'waiting' }
  const key = keyOf(press)
  if (key === null || (mac ? press.ctrlKey : press.metaKey)) return { kind: 'unusable' }
  const shift = press.shiftKey && (isLetter(key) || isNamedKey(key))
  const binding = writeBinding({ mod: mac ? press.metaKey : press.ctrlKey, alt: press.altKey, shift, key })
  return isBinding(binding) ? { kind: 'binding', binding } : { kind: 'unusable' }
}

function keyOf(press: KeyPress): string | null {
  const { key, code, altKey, shiftKey } = press
  if (key === ' ') return 'Space'
  const letter = letterOf(press)
  if (letter !== null) return letter
  // With Option macOS types signs in place of digits.
  if (altKey && !shiftKey && key.length === 1 && /^Digit\d$/.test(code)) return code.slice(-1)
  if (isOneSign(key)) return signOf(key)
  return isNamedKey(key) ? key : null
}
