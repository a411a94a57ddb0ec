/** True on Apple's systems, where shortcuts use ⌘ instead of Ctrl. */
export const isMac = /^(Mac|iPhone|iPad)/.test(navigator.platform)
