/** What the button of a menu says while its menu is not made yet: a menu on every page would cost as much as what the page shows. */
export const closedMenu = { 'aria-haspopup': 'menu', 'aria-expanded': false } as const
