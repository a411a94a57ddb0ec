import type { SmartRules } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { evaluateRules } from './evaluate.ts'
import { dependencies } from './rules.ts'

/** Smart playlists follow the library, likes, plays and the time of day. */
export interface SmartLists {
  rows(playlistId: string, rules: SmartRules): Promise<{ entryId: string; trackId: string; addedAt: number }[]>
  /** Changes whenever other things than the library's tracks may have changed what the rules want. */
  key(rules: SmartRules): string
  likesChanged(): void
  playsChanged(): void
}

const hourMs = 3_600_000

/** `now` answers Unix time in ms. */
export function createSmartLists(store: Store, now: () => number): SmartLists {
  let likes = 0
  let plays = 0

  return {
    async rows(playlistId, rules) {
      // Random is another one every day, and for every playlist.
      const rows = await evaluateRules(store, rules, now(), `${playlistId} ${dayOf(now())}`)
      return rows.map(({ trackId, addedAt }) => ({ entryId: trackId, trackId, addedAt }))
    },
    key(rules) {
      const depends = dependencies(rules)
      return [
        depends.likes ? likes : '',
        depends.plays ? plays : '',
        depends.time ? Math.floor(now() / hourMs) : '',
        rules.sort === 'random' ? dayOf(now()) : '',
      ].join(' ')
    },
    likesChanged() {
      likes += 1
    },
    playsChanged() {
      plays += 1
    },
  }
}

/** The day on the person's calendar. */
function dayOf(timeMs: number): string {
  return new Date(timeMs).toDateString()
}
