import { connection, info, routePlanner, stats, version, workers } from './facts.ts'
import { loadStream } from './loadstream.ts'
import { loadTracks } from './loadtracks.ts'
import type { Route } from './route.ts'
import { decodeMany, decodeOne, encodeMany, encodeOne } from './tracks.ts'
import { trackStream } from './trackstream.ts'
import { loadChapters, loadLyrics, meaning } from './words.ts'

/** By exact path: the node knows no other spelling, and no slash at the end. Mind the D in encodedtracks. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ['/version', version],
  ['/v4/info', info],
  ['/v4/stats', stats],
  ['/v4/workers', workers],
  ['/v4/connection', connection],
  ['/v4/routeplanner', routePlanner],
  ['/v4/loadtracks', loadTracks],
  ['/v4/decodetrack', decodeOne],
  ['/v4/decodetracks', decodeMany],
  ['/v4/encodetrack', encodeOne],
  ['/v4/encodedtracks', encodeMany],
  ['/v4/trackstream', trackStream],
  ['/v4/loadstream', loadStream],
  ['/v4/loadlyrics', loadLyrics],
  ['/v4/loadchapters', loadChapters],
  ['/v4/meaning', meaning],
])
