import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyCodePoint } from '../../../../testkit/property/index.ts'
import { codeOf } from '../../spotify/testing/index.ts'
import { readCsv } from './csv.ts'
import { artistsOf } from './fields.ts'
import { readImportFile } from './index.ts'

const { signal } = new AbortController()

const value = fc.oneof(
  fc.string({ unit: anyCodePoint, maxLength: 20 }),
  fc
    .array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', 'a', '海'), { maxLength: 8 })
    .map((signs) => signs.join('')),
)

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

it('every table is read back as it was written, whatever stands in its values', () => {
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 8 }))
  const end = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      end,
      fc.boolean(),
      (records, separator, lineEnd, isOpen) => {
        const lines = records.map((record) => record.map(quoted).join(separator))
        const text = lines.join(lineEnd) + (isOpen || lines.length === 0 ? '' : lineEnd)
        const found = [...readCsv(text, separator)].filter((record) => record !== null)
        expect(found).toEqual(records)
      },
    ),
  )
})

it('every row of a table is accounted for', async () => {
  // A file with what no text holds is refused as a whole.
  const word = fc.string({ unit: anyCodePoint, maxLength: 12 }).map((text) => text.replaceAll(/\p{Cc}/gu, ' '))
  const row = fc.record({ title: word, artist: word, length: fc.oneof(word, fc.nat(400_000).map(String)) })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      // One that is sure to be a song.
      const all = [...rows, { title: 'Last', artist: 'Ann', length: '1:00' }]
      const lines = all.map(({ title, artist, length }) => ['x', title, artist, length].map(quoted).join(','))
      const file = await readImportFile(
        { name: 'a.csv', text: `Added By,Track Name,Artist Name(s),Duration\n${lines.join('\n')}\n` },
        1000,
        signal,
      )
      expect(file.lists[0]?.rows).toHaveLength(all.length)
      expect(file.lists[0]?.rows.map(({ title }) => title)).toEqual(all.map(({ title }) => title.trim()))
    }),
  )
})

it('artists come apart only where it is sure how, and none is lost', () => {
  const name = fc
    .string({ unit: anyCodePoint, minLength: 1, maxLength: 10 })
    .map((text) => text.replaceAll(/[;\\]/gu, '_').trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      // As Exportify writes them.
      const written = names.map((each) => each.replaceAll(',', '\\,')).join(', ')
      const ids = names.map(() => 'spotify:artist:x').join(', ')
      expect(artistsOf(written, ids).join()).toBe(names.join())
      // As others do.
      const plain = names.filter((each) => !each.includes(','))
      expect(artistsOf(plain.join(',')).join().replaceAll(' ', '')).toBe(plain.join().replaceAll(' ', ''))
    }),
  )
})

it('whatever a file holds, it is read or refused with words', async () => {
  const pieces = [
    '"',
    ',',
    ';',
    '\n',
    '\r\n',
    '{',
    '[',
    ']',
    '}',
    ':',
    '"track"',
    '"playlists"',
    '"items"',
    'null',
    'Title',
    'Artist',
    'Track Name',
    ' - ',
    'sep=;',
    '#EXTM3U',
    '<playlist>',
    'spotify:local:',
    '%E0%A4%A',
    '\uFEFF',
    '\uD800',
  ]
  const piece = fc.constantFrom(...pieces)
  const text = fc.oneof(
    fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join('')),
    fc.string({ unit: anyCodePoint, maxLength: 500 }),
    fc.json(),
    fc.array(fc.oneof(piece, fc.string())).map((parts) => `Title,Artist,URI\n${parts.join('')}`),
  )
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('a.csv', 'a.txt', 'a.json', 'a.m3u', 'a'), async (one, name) => {
      const code = await codeOf(() => readImportFile({ name, text: one }, 1000, signal))
      expect(code).toMatch(/^(?:fine|import-file-(?:unreadable|empty|full))$/)
    }),
    { numRuns: 500 },
  )
})

it('whatever JSON is put where songs are looked for, it is read or refused with words', async () => {
  const song = fc.record(
    {
      title: fc.jsonValue(),
      artist: fc.jsonValue(),
      track: fc.jsonValue(),
      localTrack: fc.jsonValue(),
      uri: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  const items = fc.array(fc.oneof(song, fc.jsonValue()), { maxLength: 5 })
  const list = fc.record({ name: fc.jsonValue(), items, tracks: items }, { requiredKeys: [] })
  const file = fc.oneof(items, list, fc.record({ playlists: fc.array(fc.oneof(list, fc.jsonValue())) }))
  await fc.assert(
    fc.asyncProperty(file, async (one) => {
      const code = await codeOf(() => readImportFile({ name: 'a.json', text: JSON.stringify(one) }, 1000, signal))
      expect(code).toMatch(/^(?:fine|import-file-(?:unreadable|empty))$/)
    }),
    { numRuns: 300 },
  )
})

it('ten megabytes of anything are read or refused, in a time that grows with the length alone', async () => {
  const size = 10_000_000
  const texts = [
    'x'.repeat(size),
    `Title,Artist\n${'"'.repeat(size)}`,
    `Title,Artist\n${'""'.repeat(size / 2)}`,
    `Title,Artist\n${','.repeat(size)}`,
    `Title,Artist\n${'a'.repeat(size)}`,
    `Title,Artist\n${'\n'.repeat(size)}`,
    ' - '.repeat(size / 3),
    '['.repeat(size),
  ]
  const outcomes: string[] = []
  for (const text of texts) outcomes.push(await codeOf(() => readImportFile({ name: 'a', text }, 1000, signal)))
  expect(outcomes).toEqual([
    'import-file-empty',
    'import-file-unreadable',
    'import-file-unreadable',
    'import-file-empty',
    'import-file-unreadable',
    'import-file-empty',
    'import-file-empty',
    'import-file-unreadable',
  ])
}, 120_000)
