/** What the button of a menu says while its menu is not made yet: a menu on every page would cost as much as what the page shows. */
export const closedMenu = { 'aria-haspopup': 'menu', 'aria-expanded': false } as const

/** What the button of a choice says while its list is not made yet. No list, no `aria-controls`: ARIA 1.2 asks for none while it is closed. */
export const closedChoice = { role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': false } as const
