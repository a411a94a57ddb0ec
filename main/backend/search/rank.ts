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
const places = {
  title: { exact: 0, begins: 1, words: 3 },
  artist: { exact: 2, begins: 4, words: 6 },
  album: { exact: 5, begins: 7, words: 8 },
  spread: 9,
  extra: 10,
} as const

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

/** What a track is shown with, as `isFound` looks through it. */
export function shownText({ title, artist, album }: TrackTexts): string {
  return ` ${title} ${artist} ${album} `
}

/** True when all words of the query are found in what a track is shown with. */
export function isFound(shown: string, query: SearchQuery): boolean {
  return query.bounded.every((word) => shown.includes(word))
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
  const bare = withoutArticle(text)
  if (text === query.text || bare === query.text) return 'exact'
  if (text.startsWith(query.text) || bare.startsWith(query.text)) return 'begins'
  return isFound(` ${text} `, query) ? 'words' : null
}

const articles = ['the ', 'a ', 'an ']

function withoutArticle(text: string): string {
  for (const article of articles) {
    if (text.startsWith(article) && text.length > article.length) return text.slice(article.length)
  }
  return text
}

function placeOf(texts: TrackTexts, query: SearchQuery): number {
  let best: number = places.extra
  for (const column of ['title', 'artist', 'album'] as const) {
    const meeting = meetingOf(texts[column], query)
    if (meeting !== null) best = Math.min(best, places[column][meeting])
    // What begins so in its title is beaten by nothing in the other columns.
    if (best <= places.title.begins) return best
  }
  return best === places.extra && isFound(shownText(texts), query) ? places.spread : best
}

function hasWholeWords(text: string, query: SearchQuery): boolean {
  return ` ${text} `.includes(` ${query.text} `)
}

/** By code units: the same everywhere, whatever the system's language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
