/** What a key does to the open row. */
export type RowAction =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'undo' }
  /** A key that is held down: one press decides one row. */
  | { readonly kind: 'held' }

type Key = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Null for keys that mean nothing here. */
export function rowActionOf({ key, repeat, ctrlKey, metaKey, altKey, shiftKey }: Key): RowAction | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null
  if (key === 'ArrowRight') return { kind: 'step', by: 1 }
  if (key === 'ArrowLeft') return { kind: 'step', by: -1 }
  const action = decidingAction(key)
  return repeat && (action !== null || key === 'Enter') ? { kind: 'held' } : action
}

function decidingAction(key: string): RowAction | null {
  if (key === 'Delete' || key === 'Backspace') return { kind: 'leave-out' }
  if (key === 'u' || key === 'U') return { kind: 'undo' }
  return /^[1-9]$/u.test(key) ? { kind: 'choose', index: Number(key) - 1 } : null
}
