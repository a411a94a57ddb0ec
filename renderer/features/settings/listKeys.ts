/** Keys that lists handle themselves; they cannot be changed. */
export const listKeys = [
  { words: 'shortcutSheet.listMove', bindings: ['ArrowUp', 'ArrowDown'] },
  { words: 'shortcutSheet.listPlay', bindings: ['Enter'] },
  { words: 'shortcutSheet.listSelect', bindings: ['Shift+ArrowDown'] },
  { words: 'shortcutSheet.listSelectAll', bindings: ['Mod+A'] },
  { words: 'shortcutSheet.listReorder', bindings: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { words: 'shortcutSheet.listRemove', bindings: ['Delete'] },
  { words: 'shortcutSheet.listMenu', bindings: ['Shift+F10'] },
] as const
