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

interface Binding {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

function parse(binding: string): Binding {
  const parts = binding.split('+')
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  }
}

/**
 * True when the press is this shortcut, written as `Mod+Shift+O`, `Space` or `?`. `Mod` is Ctrl, on macOS ⌘. Letters go
 * by what the key types; where it types another script (Russian, Greek …) by its place on the keyboard.
 */
export function matches(press: KeyPress, binding: string, mac: boolean): boolean {
  const wanted = parse(binding)
  const mod = mac ? press.metaKey : press.ctrlKey
  const otherMod = mac ? press.ctrlKey : press.metaKey
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false
  if (wanted.key === 'Space') return press.key === ' ' && press.shiftKey === wanted.shift
  if (!/^[A-Z]$/.test(wanted.key)) {
    // A sign such as ? needs Shift on some keyboards and not on others: the sign itself is what counts.
    const isSign = wanted.key.length === 1
    return press.key === wanted.key && (isSign || press.shiftKey === wanted.shift)
  }
  if (press.shiftKey !== wanted.shift) return false
  const typed = press.key.toUpperCase()
  return /^[A-Z]$/.test(typed) ? typed === wanted.key : press.code === `Key${wanted.key}`
}

/** The caps of a shortcut, in order, as catalogue names or plain signs. */
export function caps(binding: string): readonly string[] {
  return binding.split('+')
}
