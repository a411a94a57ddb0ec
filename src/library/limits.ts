/** Rows that one request for a list may ask for. Apart from the schemas, so that a page need not load them. */
export const rowsLimit = 1000
