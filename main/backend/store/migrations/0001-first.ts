import type { Migration } from '../migrate.ts'

/**
 * The first schema.
 *
 * - `settings` and `session` hold JSON values by key; keys we do not know belong to a newer version and stay.
 * - `track` is what the media handler serves and the queue names. `path` is null for tracks that ship with the app.
 * - `play` is one row per play. Its track is kept once per track in `played_track`, as it was when last played, so that
 *   history outlives files that are gone without repeating a kilobyte of JSON on every play.
 */
export const first: Migration = {
  version: 1,
  name: 'first',
  up(database) {
    database.exec(`
      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE track (
        id TEXT PRIMARY KEY,
        path TEXT UNIQUE,
        size_bytes INTEGER,
        modified_ms REAL,
        cover_hash TEXT,
        track_json TEXT NOT NULL,
        seen_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE played_track (track_id TEXT PRIMARY KEY, track_json TEXT NOT NULL) STRICT;

      CREATE TABLE play (
        play_id TEXT PRIMARY KEY,
        track_id TEXT NOT NULL REFERENCES played_track (track_id),
        started_at INTEGER NOT NULL,
        heard_ms REAL NOT NULL,
        end TEXT NOT NULL
      ) STRICT;
      CREATE INDEX play_by_time ON play (started_at, play_id);
      CREATE INDEX play_by_track ON play (track_id, started_at, play_id);
    `)
  },
}
