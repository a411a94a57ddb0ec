import type { Migration } from '../migrate.ts'

/**
 * Sources of a server that the person switched off, by the server's own names. Those that are off are kept rather than those that
 * are on: what a server learns later is searched without a word.
 */
export const nodeSources: Migration = {
  version: 5,
  name: 'node sources',
  up(database) {
    database.exec(`ALTER TABLE node ADD COLUMN sources_off_json TEXT NOT NULL DEFAULT '[]'`)
  },
}
