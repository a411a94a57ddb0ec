import type { Migration } from '../migrate.ts'

/**
 * A scan asks of every new file for the tracks with the same recording, those that were read longest ago first. Without the order
 * in the index, ten thousand copies of one recording (rips of silence, for example) were sorted ten thousand times.
 */
export const copies: Migration = {
  version: 6,
  name: 'copies',
  up(database) {
    database.exec(`
      DROP INDEX library_track_by_fingerprint;
      CREATE INDEX library_track_by_fingerprint ON library_track (fingerprint, scan_id);
    `)
  },
}
