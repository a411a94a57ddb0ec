import { createContext } from 'react'

/** How dropped files become paths; null in a browser, which keeps paths to itself. */
export const PathsContext = createContext<((files: readonly File[]) => readonly string[]) | null>(null)
