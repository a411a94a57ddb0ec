import type { Group } from '../group.ts'
import { cache } from './cache.ts'
import { engine } from './engine.ts'
import { imports } from './imports.ts'
import { library } from './library.ts'
import { lyrics } from './lyrics.ts'
import { matching } from './matching.ts'
import { media } from './media.ts'
import { nodelink } from './nodelink.ts'
import { pages } from './pages.ts'
import { queue } from './queue.ts'
import { scan } from './scan.ts'
import { search } from './search.ts'
import { seek } from './seek.ts'
import { start } from './start.ts'
import { startup } from './startup.ts'
import { steady } from './steady.ts'
import { store } from './store.ts'

/** All groups, in the order in which they run. */
export const groups: readonly Group[] = [
  start,
  seek,
  nodelink,
  steady,
  startup,
  store,
  cache,
  scan,
  library,
  pages,
  search,
  imports,
  matching,
  lyrics,
  media,
  queue,
  engine,
]
