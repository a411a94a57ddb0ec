import type { Migration } from '../migrate.ts'

/**
 * For search while one types.
 *
 * - `name_revision` counts up when an album or an artist comes, goes or is called otherwise, so that search may keep the names
 *   in memory. Triggers keep it, so that no writer can forget to.
 * - `track_text` is what the full-text index holds of a track's title, artist and album, for ranking what was found: a few
 *   bytes of one page instead of a kilobyte of JSON in three. The writer of the index keeps it, and fills it after an update.
 * - The index of titles says also which tracks are missing, so that the first few that begin with a letter are read from it
 *   alone. The row id before that keeps the order that lists of tracks are read in. `library_track_by_presence`, a few bytes
 *   a track, says the same of what the full-text index finds.
 */
export const typing: Migration = {
  version: 7,
  name: 'typing',
  up(database) {
    database.exec(`
      CREATE TABLE track_text (
        row_id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        artist TEXT NOT NULL,
        album TEXT NOT NULL
      ) STRICT;

      CREATE TABLE name_revision (name TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT;
      INSERT INTO name_revision VALUES ('album', 0), ('artist', 0);
      CREATE TRIGGER album_added AFTER INSERT ON album BEGIN
        UPDATE name_revision SET revision = revision + 1 WHERE name = 'album';
      END;
      CREATE TRIGGER album_renamed AFTER UPDATE OF sort_title, sort_artist ON album
        WHEN OLD.sort_title <> NEW.sort_title OR OLD.sort_artist <> NEW.sort_artist BEGIN
        UPDATE name_revision SET revision = revision + 1 WHERE name = 'album';
      END;
      CREATE TRIGGER album_gone AFTER DELETE ON album BEGIN
        UPDATE name_revision SET revision = revision + 1 WHERE name = 'album';
      END;
      CREATE TRIGGER artist_added AFTER INSERT ON artist BEGIN
        UPDATE name_revision SET revision = revision + 1 WHERE name = 'artist';
      END;
      CREATE TRIGGER artist_renamed AFTER UPDATE OF sort_name ON artist WHEN OLD.sort_name <> NEW.sort_name BEGIN
        UPDATE name_revision SET revision = revision + 1 WHERE name = 'artist';
      END;
      CREATE TRIGGER artist_gone AFTER DELETE ON artist BEGIN
        UPDATE name_revision SET revision = revision + 1 WHERE name = 'artist';
      END;

      DROP INDEX library_track_by_title;
      CREATE INDEX library_track_by_title ON library_track (sort_title, row_id, missing_since);
      CREATE INDEX library_track_by_presence ON library_track (row_id) WHERE missing_since IS NULL;
    `)
  },
}
