/** A shortcut in parts. `mod` is Ctrl, on macOS ⌘. */
export interface Binding {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** A capital letter, a digit, a sign, or a key by its name (`Space`, `ArrowLeft`, `F5`). */
  readonly key: string
}

/** Keys that have a name and may be shortcuts. Escape, Tab and Enter alone always mean the same everywhere. */
const namedKeys: ReadonlySet<string> = new Set([
  'Space',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Insert',
  'Delete',
  'Backspace',
  'Enter',
])

/** What edits text or belongs to the window and the system in every program. */
const kept: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'Z', 'Y', 'Q', 'W', 'Shift+Z', 'Shift+V'].map((key) => `Mod+${key}`),
  ...['ArrowLeft', 'ArrowRight', 'Backspace', 'Delete', 'Home', 'End'].map((key) => `Mod+${key}`),
  'Enter',
  'Delete',
  'Backspace',
  'Shift+Enter',
  'Alt+F4',
  'Shift+F10',
])

/** Reads `Mod+Shift+O`. The sign + itself stands last as any other. */
export function parseBinding(text: string): Binding {
  const key = text.endsWith('+') ? '+' : text.slice(text.lastIndexOf('+') + 1)
  const parts = text.slice(0, text.length - key.length).split('+')
  return { mod: parts.includes('Mod'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), key }
}

/** The one way to write a shortcut. */
export function writeBinding({ mod, alt, shift, key }: Binding): string {
  return [mod ? 'Mod+' : '', alt ? 'Alt+' : '', shift ? 'Shift+' : '', key].join('')
}

/** The caps of a shortcut, in order. */
export function partsOfBinding(text: string): readonly string[] {
  const { mod, alt, shift, key } = parseBinding(text)
  return [...(mod ? ['Mod'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key]
}

/** True for the name of a key that is not what it types. */
export function isNamedKey(key: string): boolean {
  return namedKeys.has(key) || /^F([1-9]|1\d|2[0-4])$/.test(key)
}

/** True for one visible sign. */
export function isOneSign(text: string): boolean {
  return /^[^\s\p{C}]$/u.test(text)
}

/** What a key types, with and without Shift the same. Letters without a capital of one sign (ß) stay as they are. */
export function signOf(typed: string): string {
  const capital = typed.toUpperCase()
  return isOneSign(capital) ? capital : typed
}

/** True for a shortcut as `writeBinding` writes it, with a key that can be pressed. */
export function isBinding(text: string): boolean {
  const binding = parseBinding(text)
  const isSign = isOneSign(binding.key) && signOf(binding.key) === binding.key
  return writeBinding(binding) === text && (isSign || isNamedKey(binding.key))
}

/** True for keys that stay with text fields, lists, the window and the system. */
export function isKept(text: string): boolean {
  return kept.has(text)
}
