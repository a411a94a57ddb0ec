import type { Migration } from '../migrate.ts'

/**
 * Servers of the person's own, and secrets.
 *
 * - `secret` holds passwords and tokens, sealed with a key that is not in here.
 * - `node` is one row per NodeLink server, in the order of preference. `pace_json` is what its protection taught us: it outlives
 *   the app, because a lock-out does.
 */
export const nodes: Migration = {
  version: 3,
  name: 'nodes',
  up(database) {
    database.exec(`
      CREATE TABLE secret (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;

      CREATE TABLE node (
        node_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        base_url TEXT NOT NULL,
        place INTEGER NOT NULL,
        pace_json TEXT
      ) STRICT;
    `)
  },
}
