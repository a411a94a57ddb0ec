import { atom } from 'jotai'

/** Something outside a list that takes tracks. */
export type DropTarget =
  | { readonly kind: 'playlist'; readonly id: string }
  | { readonly kind: 'liked' }
  | { readonly kind: 'new-playlist' }

/** Value of `data-drop` on the element that is a target: its name there, and what it is known by on the way. */
export function dropName(target: DropTarget): string {
  return target.kind === 'playlist' ? `playlist:${target.id}` : target.kind
}

/** The target of this name; null for what is none. */
export function dropTargetOf(name: string | null): DropTarget | null {
  if (name === null) return null
  if (name === 'liked' || name === 'new-playlist') return { kind: name }
  return name.startsWith('playlist:') ? { kind: 'playlist', id: name.slice('playlist:'.length) } : null
}

/** True while tracks are carried: targets show themselves. */
export const carryingAtom = atom(false)

/** Name of the target under what is carried, or null. */
export const dropNameAtom = atom<string | null>(null)
