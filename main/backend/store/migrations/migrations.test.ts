import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Connection, openMemory } from '../connection.ts'
import { migrate, schemaVersion } from '../migrate.ts'
import { migrations } from './index.ts'

const schemaRows = z.array(z.object({ name: z.string() }))
const names = (database: Connection): string[] =>
  schemaRows
    .parse(database.prepare(`SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`).all())
    .map(({ name }) => name)

test('steps are numbered from 1 without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('0001 first: builds the first schema from nothing', () => {
  const database = openMemory()
  migrate(database, migrations, 1)
  expect(schemaVersion(database)).toBe(1)
  expect(names(database)).toEqual([
    'play',
    'play_by_time',
    'play_by_track',
    'played_track',
    'session',
    'settings',
    'track',
  ])
})

test('0001 first: keeps apart what must not mix', () => {
  const database = openMemory()
  migrate(database, migrations, 1)
  database.exec(`
    INSERT INTO track VALUES ('a', '/music/a', 1, 1.5, NULL, '{}', 1);
    INSERT INTO track VALUES ('demo-1', NULL, NULL, NULL, NULL, '{}', 1);
    INSERT INTO track VALUES ('demo-2', NULL, NULL, NULL, NULL, '{}', 1);
    INSERT INTO played_track VALUES ('a', '{}');
    INSERT INTO play VALUES ('p', 'a', 1, 2.5, 'finished');
  `)
  expect(() => database.exec(`INSERT INTO track VALUES ('b', '/music/a', 1, 1, NULL, '{}', 1)`)).toThrow(/UNIQUE/)
  expect(() => database.exec(`INSERT INTO play VALUES ('q', 'unknown', 1, 1, 'finished')`)).toThrow(/FOREIGN KEY/)
  expect(() => database.exec(`INSERT INTO track VALUES ('c', '/music/c', 'many', 1, NULL, '{}', 1)`)).toThrow(
    /TEXT value/,
  )
})

test('0002 library: tracks keep what they had, and a file may now hold several', () => {
  const database = openMemory()
  migrate(database, migrations, 1)
  database.exec(`
    INSERT INTO track VALUES ('a', '/music/a', 1, 1.5, 'cover', '{"x":1}', 7);
    INSERT INTO track VALUES ('demo-1', NULL, NULL, NULL, NULL, '{}', 1);
  `)
  migrate(database, migrations, 2)
  expect(database.prepare('SELECT * FROM track ORDER BY id').all()).toMatchObject([
    { id: 'a', path: '/music/a', segment: 0, size_bytes: 1, modified_ms: 1.5, cover_hash: 'cover', seen_at: 7 },
    { id: 'demo-1', path: null, segment: 0, track_json: '{}' },
  ])
  database.exec(`INSERT INTO track VALUES ('b', '/music/a', 1, 1, 1, NULL, '{}', 1)`)
  expect(() => database.exec(`INSERT INTO track VALUES ('c', '/music/a', 1, 1, 1, NULL, '{}', 1)`)).toThrow(/UNIQUE/)
})

test('0002 library: search finds a row by the beginning of a word, and forgets it', () => {
  const database = openMemory()
  migrate(database, migrations, 2)
  const find = database.prepare(`SELECT rowid FROM track_search WHERE track_search MATCH 'titl*'`).pluck()
  database.exec(`INSERT INTO track_search (rowid, title, artist, album, extra) VALUES (7, 'title', 'who', 'what', '')`)
  expect(find.all()).toEqual([7])
  database.exec('DELETE FROM track_search WHERE rowid = 7')
  expect(find.all()).toEqual([])
})

test('0006 copies: the tracks with the same recording come in the order of their scans without being sorted', () => {
  const database = openMemory()
  migrate(database, migrations, 6)
  const plan = z
    .array(z.object({ detail: z.string() }))
    .parse(
      database
        .prepare(`EXPLAIN QUERY PLAN SELECT row_id FROM library_track WHERE fingerprint = 'f' ORDER BY scan_id LIMIT 8`)
        .all(),
    )
  expect(plan.map(({ detail }) => detail).join()).toContain('library_track_by_fingerprint')
  expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE')
})

describe('0007 typing', () => {
  const planOf = (database: Connection, sql: string): string =>
    z
      .array(z.object({ detail: z.string() }))
      .parse(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
      .map(({ detail }) => detail)
      .join('; ')

  test('tells when an album or an artist came, went or got another name, and nothing else', () => {
    const database = openMemory()
    migrate(database, migrations, 6)
    database.exec(`INSERT INTO artist VALUES ('old', 'Old', 'old', 0, 0, NULL)`)
    migrate(database, migrations, 7)
    const revision = (name: string): unknown =>
      database.prepare('SELECT revision FROM name_revision WHERE name = ?').pluck().get(name)
    const steps = [
      `INSERT INTO artist VALUES ('a', 'A', 'a', 0, 0, NULL)`,
      `UPDATE artist SET sort_name = 'b', track_count = 3 WHERE artist_id = 'a'`,
      `DELETE FROM artist WHERE artist_id = 'old'`,
      `UPDATE artist SET sort_name = sort_name, track_count = 4`,
      `INSERT INTO album VALUES ('x', 'X', NULL, NULL, 0, NULL, NULL, 1, 1, 1, 'x', 'y')`,
      `UPDATE album SET sort_artist = 'z'`,
      'UPDATE album SET track_count = 2, sort_title = sort_title',
      'DELETE FROM album',
    ]
    const seen = steps.map((sql) => {
      database.exec(sql)
      return [revision('artist'), revision('album')]
    })
    expect(seen).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 0],
      [3, 1],
      [3, 2],
      [3, 2],
      [3, 3],
    ])
  })

  test('an index alone answers which titles begin so, and which of what was found is there; lists keep their order', () => {
    const database = openMemory()
    migrate(database, migrations, 7)
    const titles = planOf(
      database,
      `SELECT row_id FROM library_track WHERE sort_title >= 'a' AND sort_title < 'b' AND missing_since IS NULL
       ORDER BY sort_title LIMIT 9`,
    )
    expect(titles).toMatch(/^SEARCH library_track USING COVERING INDEX library_track_by_title [^;]*$/)
    const list = planOf(database, 'SELECT row_id FROM library_track ORDER BY sort_title, row_id')
    expect(list).toBe('SCAN library_track USING COVERING INDEX library_track_by_title')
    const present = planOf(
      database,
      `SELECT row_id FROM track_search
         CROSS JOIN library_track INDEXED BY library_track_by_presence ON row_id = track_search.rowid
       WHERE track_search MATCH 'a' AND missing_since IS NULL`,
    )
    expect(present).toContain('SEARCH library_track USING')
  })
})

test('a step that fails leaves the version and the content of the step before', () => {
  const database = openMemory()
  migrate(database, migrations)
  const version = schemaVersion(database)
  database.exec(`INSERT INTO settings VALUES ('theme', '"dark"')`)
  const failing = {
    version: version + 1,
    name: 'failing',
    up: (connection: Connection) => connection.exec('DELETE FROM settings; SELECT * FROM nowhere'),
  }
  expect(() => migrate(database, [...migrations, failing])).toThrow(/nowhere/)
  expect(schemaVersion(database)).toBe(version)
  expect(database.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(1)
})

test('running again changes nothing', () => {
  const database = openMemory()
  migrate(database, migrations)
  const before = names(database)
  migrate(database, migrations)
  expect(names(database)).toEqual(before)
})

test('0003 nodes: servers and sealed secrets come beside what is there', () => {
  const database = openMemory()
  migrate(database, migrations, 2)
  database.exec(`INSERT INTO settings VALUES ('theme', '"dark"')`)
  migrate(database, migrations, 3)
  expect(names(database)).toEqual(expect.arrayContaining(['node', 'secret', 'settings']))
  database.exec(`INSERT INTO node VALUES ('n', 'Home', 'http://home:3000', 0, NULL)`)
  expect(() => database.exec(`INSERT INTO secret VALUES ('node:n', 'as text')`)).toThrow(/BLOB/)
  expect(database.prepare('SELECT value FROM settings').pluck().all()).toEqual(['"dark"'])
})

test('0004 recordings: what nodes found comes beside what is there, once for each track', () => {
  const database = openMemory()
  migrate(database, migrations, 3)
  database.exec(`INSERT INTO node VALUES ('n', 'Home', 'http://home:3000', 0, NULL)`)
  migrate(database, migrations, 4)
  const insert = `INSERT INTO node_recording VALUES ('t', 'n', 'QA==', 'youtube', 'abc', NULL, NULL, 'T', 'A', NULL, 0, NULL, 1)`
  database.exec(insert)
  expect(() => database.exec(insert)).toThrow(/UNIQUE/)
  database.exec(`DELETE FROM node`)
  expect(database.prepare('SELECT track_id FROM node_recording').pluck().all()).toEqual(['t'])
})

test('0005 node sources: a server that was there keeps what it had, with every source switched on', () => {
  const database = openMemory()
  migrate(database, migrations, 4)
  database.exec(`INSERT INTO node VALUES ('n', 'Home', 'http://home:3000', 0, '{"limit":24}')`)
  migrate(database, migrations, 5)
  expect(database.prepare('SELECT * FROM node').all()).toEqual([
    {
      node_id: 'n',
      name: 'Home',
      base_url: 'http://home:3000',
      place: 0,
      pace_json: '{"limit":24}',
      sources_off_json: '[]',
    },
  ])
})

test('0008 spotify: client ids come beside what is there, one of them in use at most', () => {
  const database = openMemory()
  migrate(database, migrations, 7)
  database.exec(`INSERT INTO secret VALUES ('node:n', x'01')`)
  migrate(database, migrations, 8)
  database.exec(`INSERT INTO spotify_client (client_id, is_current) VALUES ('a', 1), ('b', 0)`)
  expect(() => database.exec(`UPDATE spotify_client SET is_current = 1 WHERE client_id = 'b'`)).toThrow(/UNIQUE/)
  expect(() => database.exec(`UPDATE spotify_client SET is_current = 2`)).toThrow(/CHECK/)
  expect(database.prepare('SELECT capabilities_json FROM spotify_client').pluck().all()).toEqual(['{}', '{}'])
  expect(database.prepare('SELECT name FROM secret').pluck().all()).toEqual(['node:n'])
})

test('0009 imports: lists come with rows of their own, and a recording is remembered by each of its names once', () => {
  const database = openMemory()
  migrate(database, migrations, 8)
  database.exec(`INSERT INTO playlist VALUES ('p', 'Mix', NULL, 0, 0, NULL)`)
  migrate(database, migrations, 9)
  database.exec(`INSERT INTO import_job (job_number, job_id, name, source_json, phase, is_ready, started_at)
    VALUES (1, 'j', 'Road', '{}', 'reading', 1, 0)`)
  const row = `INSERT INTO import_row (job_number, place, kind, wanted_json, outcome) VALUES (1, 0, 'track', '{}', 'open')`
  database.exec(row)
  expect(() => database.exec(row)).toThrow(/UNIQUE/)
  expect(() => database.exec(`UPDATE import_row SET outcome = 'lost'`)).toThrow(/CHECK/)
  expect(() => database.exec(`DELETE FROM import_job`)).toThrow(/FOREIGN KEY/)
  const remembered = `INSERT INTO remembered_match VALUES ('isrc:DEA010000001', 't', 0, 1, 0)`
  database.exec(remembered)
  expect(() => database.exec(remembered)).toThrow(/UNIQUE/)
  expect(database.prepare('SELECT name FROM playlist').pluck().all()).toEqual(['Mix'])
})
