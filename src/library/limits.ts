/** Rows that one request for a list may ask for. Apart from the schemas, so that a page need not load them. */
export const rowsLimit = 1000

/** Tracks of a stored queue that one answer brings: some 5 ms of either side's thread. */
export const sessionTracksLimit = 250
