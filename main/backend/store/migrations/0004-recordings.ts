import type { Migration } from '../migrate.ts'

/**
 * What NodeLink servers found.
 *
 * - `node_recording` is what a node is asked by for the sound of a track in `track`. It names the node that found it last
 *   without a foreign key: a recording outlives a server that is taken out, and another one may know it.
 */
export const recordings: Migration = {
  version: 4,
  name: 'recordings',
  up(database) {
    database.exec(`
      CREATE TABLE node_recording (
        track_id TEXT PRIMARY KEY,
        node_id TEXT NOT NULL,
        encoded TEXT NOT NULL,
        source_name TEXT NOT NULL,
        identifier TEXT NOT NULL,
        uri TEXT,
        isrc TEXT,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        length_ms REAL,
        is_live INTEGER NOT NULL,
        artwork_url TEXT,
        found_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX node_recording_by_time ON node_recording (found_at);
    `)
  },
}
