import { type Field, fieldOf, rowOf } from './fields.ts'
import { emptyRow, type ImportedRow, type ImportPart, unreadable } from './rows.ts'

type Json = Readonly<Record<string, unknown>>

/** Keys under which other apps keep lists of songs, and lists of such lists. */
const songKeys = ['tracks', 'items', 'songs', 'entries', 'data', 'rows', 'likedSongs', 'liked'] as const
const listKeys = ['playlists', 'lists'] as const
/** Keys under which an entry of a list holds the song itself. */
const innerKeys = ['track', 'item', 'song'] as const
/** Entries looked at to tell a list of songs from other lists. */
const looked = 50

/** Reads lists of songs from other apps' JSON, by the names of its keys. Throws `import-file-unreadable` where there are none. */
export function* readSongsJson(value: unknown): Generator<ImportPart> {
  let count = 0
  for (const { name, items } of listsIn(value, null)) {
    const list = `json ${count}`
    count += 1
    yield { kind: 'list', list, of: 'playlist', name }
    for (const item of items) yield { kind: 'row', list, row: rowOfItem(item) }
  }
  if (count === 0) throw unreadable()
}

interface FoundList {
  readonly name: string | null
  readonly items: readonly unknown[]
}

function* listsIn(value: unknown, name: string | null): Generator<FoundList> {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const inner = items.slice(0, looked)
    if (inner.some(isSong)) yield { name, items }
    else for (const each of items) if (isObject(each)) yield* listsOf(each, false)
  } else if (isObject(value)) yield* listsOf(value, true)
}

/** Lists that an object holds. `isOuter`: it may hold a list of lists. */
function* listsOf(object: Json, isOuter: boolean): Generator<FoundList> {
  const name = textOf(object['name']) ?? textOf(object['title']) ?? textOf(object['playlistName'])
  for (const key of songKeys) {
    const held = object[key]
    // The Web API keeps the entries one deeper.
    const items = isObject(held) && Array.isArray(held['items']) ? held['items'] : held
    if (Array.isArray(items) && items.slice(0, looked).some(isSong)) yield { name, items }
  }
  if (!isOuter) return
  for (const key of listKeys) {
    const lists = object[key]
    if (!Array.isArray(lists)) continue
    for (const list of lists) if (isObject(list)) yield* listsOf(list, false)
  }
}

/** A song has a title and something beside it. What was played, and for how long, is a history and no list. */
function isSong(value: unknown): boolean {
  if (!isObject(value)) return false
  if ('msPlayed' in value || 'ms_played' in value) return false
  const fields = fieldsIn(value)
  return fields.has('title') && (fields.has('artist') || fields.has('isrc') || fields.has('spotify'))
}

function rowOfItem(value: unknown): ImportedRow {
  if (!isObject(value)) return { ...emptyRow, kind: 'unreadable' }
  const row = rowOf(fieldsIn(value))
  const names = artistNamesIn(value)
  return names.length > 1 ? { ...row, artists: names } : row
}

/** Fields of a song, those of the entry around it among them. */
function fieldsIn(entry: Json): ReadonlyMap<Field, string> {
  const fields = new Map<Field, string>()
  const inner = innerOf(entry)
  for (const object of inner === null ? [entry] : [inner, entry])
    for (const [key, value] of Object.entries(object)) {
      const field = fieldOf(key)
      const text = field === null ? null : valueOf(field, value)
      if (field !== null && text !== null && !fields.has(field)) fields.set(field, text)
    }
  const codes = inner?.['external_ids'] ?? entry['external_ids']
  const code = isObject(codes) ? textOf(codes['isrc']) : null
  if (code !== null && !fields.has('isrc')) fields.set('isrc', code)
  return fields
}

function innerOf(entry: Json): Json | null {
  for (const key of innerKeys) {
    const inner = entry[key]
    if (isObject(inner)) return inner
  }
  return null
}

function artistNamesIn(entry: Json): readonly string[] {
  for (const object of [innerOf(entry), entry])
    for (const [key, value] of Object.entries(object ?? {}))
      if (fieldOf(key) === 'artist' && Array.isArray(value)) return value.flatMap((each) => nameOf(each) ?? [])
  return []
}

function valueOf(field: Field, value: unknown): string | null {
  if (Array.isArray(value)) return field === 'artist' && value.length > 0 ? nameOf(value[0]) : null
  if (typeof value === 'boolean') return field === 'explicit' ? String(value) : null
  return nameOf(value)
}

/** A text, a number, or the name of an object: `{ "name": "Ann" }`. */
function nameOf(value: unknown): string | null {
  return isObject(value) ? (textOf(value['name']) ?? textOf(value['title'])) : textOf(value)
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
