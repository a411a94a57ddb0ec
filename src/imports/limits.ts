/** Longest text of a file of songs, in UTF-16 units. Apart from the schemas, so that a page need not load them. */
export const importTextLimit = 20_000_000
