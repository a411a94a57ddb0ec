import type { SmartRules } from '../../../../src/library/index.ts'
import type { SmartRow } from './rules.ts'

type Compare = (one: SmartRow, other: SmartRow) => number

/** Compares rows for a smart playlist's order; never 0 for different tracks. `seed` decides what random is. */
export function compileOrder({ sort, descending }: Pick<SmartRules, 'sort' | 'descending'>, seed: string): Compare {
  const direction = descending ? -1 : 1
  const primary = compilePrimary(sort, seed)
  return (one, other) => direction * primary(one, other) || byAlbum(one, other)
}

function compilePrimary(sort: SmartRules['sort'], seed: string): Compare {
  switch (sort) {
    case 'title':
      return (one, other) => text(one.title, other.title)
    case 'artist':
      return byAlbum
    case 'album':
      return (one, other) => text(one.album, other.album) || one.disc - other.disc || one.number - other.number
    case 'year':
      return (one, other) => (one.year ?? 0) - (other.year ?? 0)
    case 'added':
      return (one, other) => one.addedAt - other.addedAt
    case 'played':
      return (one, other) => (one.playedAt ?? 0) - (other.playedAt ?? 0)
    case 'plays':
      return (one, other) => one.plays - other.plays
    case 'random': {
      const keys = new Map<string, number>()
      const keyOf = ({ trackId }: SmartRow): number => {
        const key = keys.get(trackId) ?? shuffleKey(seed, trackId)
        keys.set(trackId, key)
        return key
      }
      return (one, other) => keyOf(one) - keyOf(other)
    }
    default:
      return sort satisfies never
  }
}

const byAlbum: Compare = (one, other) =>
  text(one.artist, other.artist) ||
  text(one.album, other.album) ||
  one.disc - other.disc ||
  one.number - other.number ||
  text(one.title, other.title) ||
  text(one.trackId, other.trackId)

function text(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** FNV-1a with a final mix (the one of MurmurHash3), 32 bits: spreads ids evenly, and differently for every seed. */
function shuffleKey(seed: string, trackId: string): number {
  let hash = 0x81_1c_9d_c5
  for (const part of [seed, trackId]) {
    for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01_00_01_93)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Merges two ordered lists; at most `limit` rows. */
export function mergeOrdered<Row>(
  one: readonly Row[],
  other: readonly Row[],
  compare: (one: Row, other: Row) => number,
  limit: number,
): Row[] {
  const merged: Row[] = []
  let left = 0
  let right = 0
  while (merged.length < limit) {
    const first = one[left]
    const second = other[right]
    if (first === undefined && second === undefined) break
    if (second === undefined || (first !== undefined && compare(first, second) <= 0)) {
      if (first !== undefined) merged.push(first)
      left += 1
    } else {
      merged.push(second)
      right += 1
    }
  }
  return merged
}
