import type { SearchQuery } from './query.ts'

/** The texts of a track as the index holds them. */
export interface TrackTexts {
  readonly title: string
  readonly artist: string
  readonly album: string
}

export interface Candidate extends TrackTexts {
  readonly rowId: number
  /** How much a person likes it, 0 for nothing known: see `affinityOf`. */
  readonly affinity: number
}

/** How a text meets a query, best first. `begins`: with the query as a whole; `words`: has all its words somewhere. */
export type Meeting = 'exact' | 'begins' | 'words'

/**
 * Places of the ways to be found, best first: title before artist before album where the match is as good, a better match
 * first where the place is the same. `spread`: the words are found in several of them.
 */
const order = [
  'title exact',
  'title begins',
  'artist exact',
  'title words',
  'artist begins',
  'album exact',
  'artist words',
  'album begins',
  'album words',
  'spread',
  'extra',
] as const

/** Orders tracks by how well they meet the query, those liked and played first among equals. */
export function rankTracks(candidates: readonly Candidate[], query: SearchQuery): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, place: placeOf(candidate, query), whole: hasWholeWords(candidate.title, query) }))
    .toSorted(
      (one, other) =>
        one.place - other.place ||
        other.candidate.affinity - one.candidate.affinity ||
        Number(other.whole) - Number(one.whole) ||
        compare(one.candidate.title, other.candidate.title) ||
        one.candidate.rowId - other.candidate.rowId,
    )
    .map(({ candidate }) => candidate)
}

/** True when all words of the query are found in what a track is shown with. */
export function isFound(texts: TrackTexts, query: SearchQuery): boolean {
  return meets(`${texts.title} ${texts.artist} ${texts.album}`, query)
}

/** Likes weigh more than any number of plays; each doubling of plays counts once. */
export function affinityOf(liked: boolean, plays: number): number {
  return (liked ? 20 : 0) + Math.min(19, Math.log2(1 + plays))
}

/** Orders names (of artists, albums, playlists): exact, begins, has the words; `weight` first among equals. */
export function rankNames<Named extends { readonly text: string; readonly weight: number }>(
  named: readonly Named[],
  query: SearchQuery,
): Named[] {
  const places = { exact: 0, begins: 1, words: 2 } as const
  return named
    .map((item) => {
      const meeting = meetingOf(item.text, query)
      return { item, place: meeting === null ? 3 : places[meeting] }
    })
    .toSorted(
      (one, other) =>
        one.place - other.place || other.item.weight - one.item.weight || compare(one.item.text, other.item.text),
    )
    .map(({ item }) => item)
}

/** How a text meets the query; null when some word is not in it. A leading article may be left out. */
export function meetingOf(text: string, query: SearchQuery): Meeting | null {
  const bare = text.replace(/^(?:the|an?) (?=.)/, '')
  if (text === query.text || bare === query.text) return 'exact'
  if (text.startsWith(query.text) || bare.startsWith(query.text)) return 'begins'
  return meets(text, query) ? 'words' : null
}

function placeOf(texts: TrackTexts, query: SearchQuery): number {
  const found: (typeof order)[number][] = []
  for (const column of ['title', 'artist', 'album'] as const) {
    const meeting = meetingOf(texts[column], query)
    if (meeting !== null) found.push(`${column} ${meeting}`)
  }
  if (found.length === 0) found.push(isFound(texts, query) ? 'spread' : 'extra')
  return Math.min(...found.map((way) => order.indexOf(way)))
}

function meets(text: string, query: SearchQuery): boolean {
  const spaced = ` ${text} `
  const last = query.words.length - 1
  return query.words.every((word, at) => spaced.includes(at === last ? ` ${word}` : ` ${word} `))
}

function hasWholeWords(text: string, query: SearchQuery): boolean {
  return ` ${text} `.includes(` ${query.text} `)
}

/** By code units: the same everywhere, whatever the system's language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
