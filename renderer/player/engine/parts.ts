import type { Announcer } from './announcer.ts'
import type { Playhead } from './playhead.ts'
import type { Streams } from './streams.ts'
import type { Threads } from './threads.ts'
import type { Unheard } from './unheard.ts'

/** What commands and reports both work on: one of each in an engine. */
export interface EngineParts {
  readonly threads: Threads
  readonly streams: Streams
  readonly playhead: Playhead
  readonly unheard: Unheard
  readonly announcer: Announcer
}
