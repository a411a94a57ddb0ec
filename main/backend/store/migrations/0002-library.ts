import type { Migration } from '../migrate.ts'

/**
 * The library, likes, playlists and what is measured.
 *
 * - `track` is built anew: a cue sheet makes several tracks of one file, so a path alone is no longer unique (`segment` 0 is
 *   the whole file, 1 and on are a sheet's tracks).
 * - `library_track` is the library's knowledge of a track: where it lies, how to recognise it after a move (`fingerprint`),
 *   and the folded words that lists sort by. `tags_json` is what grouping needs of the tags. Its row id is the one of
 *   `track_search`. `album_id` and `album_json` are what grouping made of it: its writer leaves them alone.
 * - `album`, `artist` and `track_artist` are derived from `library_track` and can be built anew at any time.
 * - `library_stale` names the rows that changed since they were grouped, with the group they were in and the one they are
 *   in now. Triggers keep it, so that no writer can forget to, and a process that is killed goes on where it was.
 * - Likes, playlist entries and measurements name tracks without a foreign key: they outlive whatever happens to files.
 */
export const library: Migration = {
  version: 2,
  name: 'library',
  up(database) {
    database.exec(`
      CREATE TABLE track_new (
        id TEXT PRIMARY KEY,
        path TEXT,
        segment INTEGER NOT NULL DEFAULT 0,
        size_bytes INTEGER,
        modified_ms REAL,
        cover_hash TEXT,
        track_json TEXT NOT NULL,
        seen_at INTEGER NOT NULL,
        UNIQUE (path, segment)
      ) STRICT;
      INSERT INTO track_new (id, path, size_bytes, modified_ms, cover_hash, track_json, seen_at)
        SELECT id, path, size_bytes, modified_ms, cover_hash, track_json, seen_at FROM track;
      DROP TABLE track;
      ALTER TABLE track_new RENAME TO track;

      CREATE TABLE library_folder (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        scanned_at INTEGER,
        scan_json TEXT
      ) STRICT;

      CREATE TABLE library_track (
        row_id INTEGER PRIMARY KEY,
        track_id TEXT NOT NULL UNIQUE,
        folder_id INTEGER NOT NULL REFERENCES library_folder (id),
        directory TEXT NOT NULL,
        home TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        beside_stamp TEXT NOT NULL,
        scan_id INTEGER NOT NULL,
        missing_since INTEGER,
        added_at INTEGER NOT NULL,
        tags_json TEXT NOT NULL,
        album_id TEXT,
        album_json TEXT,
        sort_title TEXT NOT NULL,
        sort_artist TEXT NOT NULL,
        sort_album TEXT NOT NULL,
        disc INTEGER NOT NULL,
        number INTEGER NOT NULL,
        year INTEGER,
        duration_ms REAL
      ) STRICT;
      CREATE INDEX library_track_by_folder ON library_track (folder_id, scan_id);
      CREATE INDEX library_track_by_directory ON library_track (directory, disc, number, sort_title);
      CREATE INDEX library_track_by_home ON library_track (home, sort_album);
      CREATE INDEX library_track_by_fingerprint ON library_track (fingerprint);
      CREATE INDEX library_track_by_album ON library_track (album_id, disc, number, sort_title);
      CREATE INDEX library_track_by_title ON library_track (sort_title);
      CREATE INDEX library_track_by_artist ON library_track (sort_artist, sort_album, disc, number, sort_title);
      CREATE INDEX library_track_by_album_title ON library_track (sort_album, disc, number, sort_title);
      CREATE INDEX library_track_by_year ON library_track (year, sort_artist, sort_album, disc, number);
      CREATE INDEX library_track_by_duration ON library_track (duration_ms, sort_title);
      CREATE INDEX library_track_by_added ON library_track (added_at);
      CREATE INDEX library_track_by_missing ON library_track (folder_id) WHERE missing_since IS NOT NULL;

      CREATE TABLE library_stale (
        home TEXT NOT NULL,
        sort_album TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        album_id TEXT,
        PRIMARY KEY (home, sort_album, row_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER library_track_added AFTER INSERT ON library_track BEGIN
        INSERT INTO library_stale VALUES (NEW.home, NEW.sort_album, NEW.row_id, NEW.album_id) ON CONFLICT DO NOTHING;
      END;
      CREATE TRIGGER library_track_changed AFTER UPDATE OF tags_json, home, sort_album, missing_since ON library_track BEGIN
        INSERT INTO library_stale VALUES (OLD.home, OLD.sort_album, OLD.row_id, OLD.album_id) ON CONFLICT DO NOTHING;
        INSERT INTO library_stale VALUES (NEW.home, NEW.sort_album, NEW.row_id, OLD.album_id) ON CONFLICT DO NOTHING;
      END;
      CREATE TRIGGER library_track_gone AFTER DELETE ON library_track BEGIN
        INSERT INTO library_stale VALUES (OLD.home, OLD.sort_album, OLD.row_id, OLD.album_id) ON CONFLICT DO NOTHING;
      END;

      CREATE TABLE library_problem (
        path TEXT PRIMARY KEY,
        folder_id INTEGER NOT NULL REFERENCES library_folder (id),
        size_bytes INTEGER NOT NULL,
        modified_ms REAL NOT NULL,
        scan_id INTEGER NOT NULL,
        error_json TEXT NOT NULL
      ) STRICT;

      CREATE TABLE album (
        album_id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        artist TEXT,
        artist_id TEXT,
        is_compilation INTEGER NOT NULL,
        year INTEGER,
        cover_hash TEXT,
        track_count INTEGER NOT NULL,
        duration_ms REAL NOT NULL,
        added_at INTEGER NOT NULL,
        sort_title TEXT NOT NULL,
        sort_artist TEXT NOT NULL
      ) STRICT;
      CREATE INDEX album_by_title ON album (sort_title);
      CREATE INDEX album_by_artist ON album (sort_artist, year, sort_title);
      CREATE INDEX album_by_added ON album (added_at);

      CREATE TABLE artist (
        artist_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        sort_name TEXT NOT NULL,
        album_count INTEGER NOT NULL,
        track_count INTEGER NOT NULL,
        cover_hash TEXT
      ) STRICT;
      CREATE INDEX artist_by_name ON artist (sort_name);

      CREATE TABLE track_artist (
        artist_id TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        is_album_artist INTEGER NOT NULL,
        name TEXT NOT NULL,
        album_id TEXT,
        PRIMARY KEY (artist_id, row_id, is_album_artist)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX track_artist_by_row ON track_artist (row_id);

      CREATE TABLE track_lyrics (
        track_id TEXT NOT NULL,
        source TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (track_id, source)
      ) STRICT;

      CREATE TABLE track_like (track_id TEXT PRIMARY KEY, liked_at INTEGER NOT NULL) STRICT;
      CREATE INDEX track_like_by_time ON track_like (liked_at);

      CREATE TABLE playlist (
        playlist_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        rules_json TEXT,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
      ) STRICT;

      CREATE TABLE playlist_entry (
        entry_id TEXT PRIMARY KEY,
        playlist_id TEXT NOT NULL REFERENCES playlist (playlist_id),
        place REAL NOT NULL,
        track_id TEXT NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX playlist_entry_by_place ON playlist_entry (playlist_id, place);
      CREATE INDEX playlist_entry_by_track ON playlist_entry (track_id);

      CREATE TABLE loudness (
        fingerprint TEXT PRIMARY KEY,
        integrated_lufs REAL,
        true_peak REAL,
        histogram_json TEXT,
        failed INTEGER NOT NULL,
        measured_at INTEGER NOT NULL
      ) STRICT;

      CREATE VIRTUAL TABLE track_search USING fts5 (
        title, artist, album, extra,
        content = '', contentless_delete = 1, prefix = '1 2 3',
        tokenize = "unicode61 remove_diacritics 0"
      );
    `)
  },
}
