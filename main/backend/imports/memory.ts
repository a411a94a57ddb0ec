import { z } from 'zod'
import { ruleVersion } from '../matching/index.ts'
import type { Store } from '../store/index.ts'

/** What is remembered of a recording. */
export interface Recalled {
  /** What a person said it is; `trackId` null: they want it left out. Null where nobody said anything. */
  readonly decided: { readonly trackId: string | null } | null
  /** What it was found to be by the rules as they are now. */
  readonly foundId: string | null
  /** What a person said it is not. */
  readonly refusedIds: ReadonlySet<string>
}

/**
 * What recordings were found to be, by each of the names they go by. What a person said stays: no rule overwrites it. All writing is
 * part of the caller's transaction.
 */
export interface MatchMemory {
  recall(keys: readonly string[]): Recalled
  /** Remembers what the rules found. */
  keepFound(keys: readonly string[], trackId: string): void
  decide(keys: readonly string[], trackId: string | null): void
  /** It is not this track, whatever was said before. */
  refuse(keys: readonly string[], trackId: string): void
  /** Nobody said what it is; it may be one of these after all. */
  forget(keys: readonly string[], refusedIds: readonly string[]): void
  /** Tracks went over to others. */
  replace(pairs: readonly { readonly from: string; readonly to: string }[]): void
}

const rememberedSchema = z.object({ track_id: z.string().nullable(), is_decided: z.number(), rule_version: z.number() })

/** The memory over the store. `now` answers Unix time in ms. */
export function createMatchMemory(store: Store, now: () => number): MatchMemory {
  return {
    recall(keys) {
      const names = JSON.stringify(keys)
      const rows = store.all(
        `SELECT track_id, is_decided, rule_version FROM json_each(?) AS named
         JOIN remembered_match ON remembered_match.key = named.value ORDER BY named.key`,
        rememberedSchema,
        names,
      )
      const decided = rows.find((row) => row.is_decided === 1)
      const found = rows.find((row) => row.is_decided === 0 && row.rule_version === ruleVersion)
      const refused = store.texts(
        'SELECT track_id FROM json_each(?) AS named JOIN refused_match ON refused_match.key = named.value',
        names,
      )
      return {
        decided: decided === undefined ? null : { trackId: decided.track_id },
        foundId: found?.track_id ?? null,
        refusedIds: new Set(refused),
      }
    },
    keepFound(keys, trackId) {
      store.run(
        `INSERT INTO remembered_match (key, track_id, is_decided, rule_version, found_at)
         SELECT value, ?, 0, ?, ? FROM json_each(?) WHERE true
         ON CONFLICT (key) DO UPDATE SET track_id = excluded.track_id, rule_version = excluded.rule_version,
           found_at = excluded.found_at WHERE is_decided = 0`,
        trackId,
        ruleVersion,
        now(),
        JSON.stringify(keys),
      )
    },
    decide(keys, trackId) {
      const names = JSON.stringify(keys)
      store.run(
        `INSERT INTO remembered_match (key, track_id, is_decided, rule_version, found_at)
         SELECT value, ?, 1, ?, ? FROM json_each(?) WHERE true
         ON CONFLICT (key) DO UPDATE SET track_id = excluded.track_id, is_decided = 1,
           rule_version = excluded.rule_version, found_at = excluded.found_at`,
        trackId,
        ruleVersion,
        now(),
        names,
      )
      if (trackId === null) return
      store.run(
        'DELETE FROM refused_match WHERE key IN (SELECT value FROM json_each(?)) AND track_id = ?',
        names,
        trackId,
      )
    },
    refuse(keys, trackId) {
      const names = JSON.stringify(keys)
      store.run(
        'INSERT INTO refused_match (key, track_id) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING',
        trackId,
        names,
      )
      store.run(
        'DELETE FROM remembered_match WHERE key IN (SELECT value FROM json_each(?)) AND track_id = ?',
        names,
        trackId,
      )
    },
    forget(keys, refusedIds) {
      const names = JSON.stringify(keys)
      store.run('DELETE FROM remembered_match WHERE key IN (SELECT value FROM json_each(?))', names)
      store.run(
        `DELETE FROM refused_match WHERE key IN (SELECT value FROM json_each(?))
           AND track_id IN (SELECT value FROM json_each(?))`,
        names,
        JSON.stringify(refusedIds),
      )
    },
    replace(pairs) {
      store.run(
        `UPDATE remembered_match SET track_id = wanted.new_id
         FROM (SELECT value ->> 0 AS old_id, value ->> 1 AS new_id FROM json_each(?)) AS wanted
         WHERE remembered_match.track_id = wanted.old_id`,
        JSON.stringify(pairs.map(({ from, to }) => [from, to])),
      )
    },
  }
}
