import type { Migration } from '../migrate.ts'

/**
 * Lists that come over from elsewhere.
 *
 * - `import_job`: one list each. `place_json` tells how far Spotify's list was read. One that is not `is_ready` is still being written
 *   from a file; a process that was killed meanwhile leaves it behind, and the next one removes it.
 * - `import_row`: every entry of the source at its place there, whatever it is. `track_id` is the match; `detail_json` tells how it came about and what
 *   else there was. `is_decided`: a person said so, and no rule changes it.
 * - `remembered_match`: what a recording, by any of the names it goes by (`key`), was found to be; `track_id` null: a person wants it left
 *   out. `refused_match`: what a person said it is not. Tracks are named without a foreign key: they may come back.
 */
export const imports: Migration = {
  version: 9,
  name: 'imports',
  up(database) {
    database.exec(`
      CREATE TABLE import_job (
        job_number  INTEGER PRIMARY KEY,
        job_id      TEXT NOT NULL UNIQUE,
        name        TEXT NOT NULL,
        source_json TEXT NOT NULL,
        phase       TEXT NOT NULL CHECK (phase IN ('reading', 'matching', 'done')),
        is_ready    INTEGER NOT NULL CHECK (is_ready IN (0, 1)),
        is_stopped  INTEGER NOT NULL DEFAULT 0 CHECK (is_stopped IN (0, 1)),
        error_json  TEXT,
        place_json  TEXT,
        total       INTEGER,
        playlist_id TEXT,
        started_at  INTEGER NOT NULL,
        revision    INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE import_row (
        job_number   INTEGER NOT NULL REFERENCES import_job (job_number),
        place        INTEGER NOT NULL,
        kind         TEXT NOT NULL CHECK (kind IN ('track', 'local', 'episode', 'gone', 'unreadable')),
        wanted_json  TEXT NOT NULL,
        outcome      TEXT NOT NULL CHECK (outcome IN ('open', 'matched', 'review', 'none', 'skipped')),
        track_id     TEXT,
        detail_json  TEXT,
        missed_json  TEXT,
        rule_version INTEGER,
        is_decided   INTEGER NOT NULL DEFAULT 0 CHECK (is_decided IN (0, 1)),
        PRIMARY KEY (job_number, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_row_by_outcome ON import_row (job_number, outcome, place);
      CREATE INDEX import_row_missed ON import_row (job_number, place, missed_json) WHERE missed_json IS NOT NULL;
      CREATE INDEX import_row_by_track ON import_row (track_id) WHERE track_id IS NOT NULL;
      CREATE TABLE remembered_match (
        key          TEXT NOT NULL PRIMARY KEY,
        track_id     TEXT,
        is_decided   INTEGER NOT NULL CHECK (is_decided IN (0, 1)),
        rule_version INTEGER NOT NULL,
        found_at     INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX remembered_match_by_track ON remembered_match (track_id) WHERE track_id IS NOT NULL;
      CREATE TABLE refused_match (
        key      TEXT NOT NULL,
        track_id TEXT NOT NULL,
        PRIMARY KEY (key, track_id)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
