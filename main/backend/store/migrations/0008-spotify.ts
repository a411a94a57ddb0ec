import type { Migration } from '../migrate.ts'

/**
 * Client ids for Spotify that the person entered. Of each: whose account signed in with it, until when Spotify lets nobody in (a
 * pause outlives the app, and the change to another id), and which routes it has. Tokens are among the secrets.
 */
export const spotify: Migration = {
  version: 8,
  name: 'spotify',
  up(database) {
    database.exec(`
      CREATE TABLE spotify_client (
        client_id         TEXT NOT NULL PRIMARY KEY,
        is_current        INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
        user_id           TEXT,
        user_name         TEXT,
        pace_json         TEXT,
        capabilities_json TEXT NOT NULL DEFAULT '{}'
      ) STRICT;
      CREATE UNIQUE INDEX spotify_client_in_use ON spotify_client (is_current) WHERE is_current = 1;
    `)
  },
}
