import { createStore } from 'jotai'

/** The one store. React reads it through hooks, everything else through `get`, `set` and `sub`. */
export const store = createStore()
