import { createHash } from 'node:crypto'

/** One entry of a list, as a test says it. */
export type Entry =
  | {
      readonly kind: 'track'
      readonly name: string
      readonly facts?: Readonly<Record<string, unknown>>
      /** When it was added, as it is written; by its place in the list where left out. */
      readonly addedAt?: string
    }
  | { readonly kind: 'episode'; readonly name: string }
  /** A file of the owner's own computer. */
  | { readonly kind: 'local'; readonly name: string; readonly artist: string; readonly seconds: number }
  /** An entry whose track is null. */
  | { readonly kind: 'null' }
  /** Sent as it is. */
  | { readonly kind: 'raw'; readonly value: unknown }

export interface PlaylistFacts {
  readonly name: string
  readonly entries?: readonly Entry[]
  /** The person who signs in, unless said otherwise. */
  readonly ownerId?: string
  readonly isCollaborative?: boolean
  /** One of Spotify's own, which it shows to no app. */
  readonly isHidden?: boolean
}

/** A playlist that a test made, to change it at any moment. */
export interface PlaylistHandle {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly isCollaborative: boolean
  readonly isHidden: boolean
  entries: readonly Entry[]
  snapshotId: string
  /** Changes the entries, and with them the mark of change. */
  change(entries: readonly Entry[]): void
}

/** An id as Spotify's look, always the same for a name: 22 letters and digits. */
export function idOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('base64').replaceAll(/[+/=]/gu, 'x')
  return digest.slice(0, 22)
}

/** So many tracks, called `prefix 1` and on. */
export function tracks(count: number, prefix = 'Song'): Entry[] {
  return Array.from({ length: count }, (_, index) => ({ kind: 'track', name: `${prefix} ${index + 1}` }))
}

export function makePlaylist(facts: PlaylistFacts, userId: string, number: number): PlaylistHandle {
  const id = idOf(`playlist ${number} ${facts.name}`)
  let changes = 0
  const mark = (): string => Buffer.from(`${changes},${id}`).toString('base64')
  const handle: PlaylistHandle = {
    id,
    name: facts.name,
    ownerId: facts.ownerId ?? userId,
    isCollaborative: facts.isCollaborative ?? false,
    isHidden: facts.isHidden ?? false,
    entries: facts.entries ?? [],
    snapshotId: mark(),
    change(entries) {
      changes += 1
      handle.entries = entries
      handle.snapshotId = mark()
    },
  }
  return handle
}

/** A track object as the Web API serves it. */
export function trackObject(name: string, facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const id = idOf(name)
  const number = parseInt(createHash('sha256').update(name).digest('hex').slice(0, 6), 16) % 10_000_000
  return {
    album: {
      id: idOf(`album of ${name}`),
      name: `Album of ${name}`,
      type: 'album',
      images: [{ url: `https://i.example/${id}` }],
    },
    artists: [{ id: idOf(`artist of ${name}`), name: `Artist of ${name}`, type: 'artist' }],
    disc_number: 1,
    duration_ms: 180_000 + (number % 60_000),
    explicit: false,
    external_ids: { isrc: `DEA01${String(number).padStart(7, '0')}` },
    id,
    is_local: false,
    is_playable: true,
    name,
    track_number: 1,
    type: 'track',
    uri: `spotify:track:${id}`,
    ...facts,
  }
}

/** An entry as the Web API serves it. `index` gives each a time of its own. */
export function entryObject(entry: Entry, index: number, shape: 'item' | 'track' | 'both'): unknown {
  if (entry.kind === 'raw') return entry.value
  const item = itemOf(entry)
  const byPlace = new Date(Date.UTC(2020, 0, 1) + index * 60_000).toISOString()
  const addedAt = entry.kind === 'track' ? (entry.addedAt ?? byPlace) : byPlace
  return {
    added_at: addedAt,
    added_by: null,
    is_local: entry.kind === 'local',
    ...(shape !== 'track' && { item }),
    ...(shape !== 'item' && { track: item }),
  }
}

function itemOf(entry: Exclude<Entry, { kind: 'raw' }>): unknown {
  switch (entry.kind) {
    case 'track':
      return trackObject(entry.name, entry.facts)
    case 'episode':
      return { id: idOf(entry.name), name: entry.name, type: 'episode', duration_ms: 1_800_000 }
    case 'local': {
      const part = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+')
      return {
        id: null,
        name: entry.name,
        type: 'track',
        is_local: true,
        artists: [{ name: entry.artist, id: null }],
        album: { id: null, name: '', images: [] },
        duration_ms: entry.seconds * 1000,
        external_ids: {},
        uri: `spotify:local:${part(entry.artist)}::${part(entry.name)}:${entry.seconds}`,
      }
    }
    default:
      return null
  }
}
