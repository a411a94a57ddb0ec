/**
 * Which sources of a node are searched, and how. NodeLink has some forty; a search may cost three requests. What finds
 * files, streams, posts or spoken text is not in here and never asked, and neither is what we do not know: it might read the
 * words aloud.
 */
interface Searchable {
  readonly source: string
  /** Before the colon of the identifier. */
  readonly prefix: string
  readonly kind: Kind
}

/** `catalogue`: records as they were released, with lengths and ISRCs. `broad`: nearly everything. `own`: what artists bring out themselves. */
type Kind = 'catalogue' | 'broad' | 'own'

/**
 * The order of preference. Within a kind those first that have sound of their own, then those that are played from
 * elsewhere by what they know of a track, then those of one country or with little.
 */
const searchable: readonly Searchable[] = [
  { source: 'deezer', prefix: 'dzsearch', kind: 'catalogue' },
  { source: 'qobuz', prefix: 'qbsearch', kind: 'catalogue' },
  { source: 'tidal', prefix: 'tdsearch', kind: 'catalogue' },
  { source: 'spotify', prefix: 'spsearch', kind: 'catalogue' },
  { source: 'applemusic', prefix: 'amsearch', kind: 'catalogue' },
  { source: 'ytmusic', prefix: 'ytmsearch', kind: 'broad' },
  { source: 'youtube', prefix: 'ytsearch', kind: 'broad' },
  { source: 'soundcloud', prefix: 'scsearch', kind: 'own' },
  { source: 'bandcamp', prefix: 'bcsearch', kind: 'own' },
  { source: 'audius', prefix: 'ausearch', kind: 'own' },
  { source: 'audiomack', prefix: 'admsearch', kind: 'own' },
  { source: 'mixcloud', prefix: 'mixcloud', kind: 'own' },
  { source: 'yandexmusic', prefix: 'ymsearch', kind: 'catalogue' },
  { source: 'jiosaavn', prefix: 'jssearch', kind: 'catalogue' },
  { source: 'gaana', prefix: 'gnsearch', kind: 'catalogue' },
  { source: 'anghami', prefix: 'agsearch', kind: 'catalogue' },
  { source: 'netease', prefix: 'ntsearch', kind: 'catalogue' },
  { source: 'vkmusic', prefix: 'vksearch', kind: 'catalogue' },
  { source: 'amazonmusic', prefix: 'azsearch', kind: 'catalogue' },
  { source: 'pandora', prefix: 'pdsearch', kind: 'catalogue' },
  { source: 'monochrome', prefix: 'mcsearch', kind: 'catalogue' },
  { source: 'lastfm', prefix: 'lfsearch', kind: 'catalogue' },
  { source: 'bilibili', prefix: 'bilisearch', kind: 'broad' },
  { source: 'nicovideo', prefix: 'ncsearch', kind: 'broad' },
]

/** Requests that one search may cost a node. */
const mostSources = 3

/** A source to be asked, and the nodes that have it, the preferred one first. */
export interface SourceToAsk<Node> {
  readonly source: string
  readonly prefix: string
  readonly nodes: readonly Node[]
}

/**
 * The sources that a search asks: the best of each kind, since those of one kind find the same; then the next best. A source
 * that several nodes have is asked once. (NodeLink's own `search:` over all of them in one request is no help: it covers what
 * its configuration names, not what is switched on here, and answers when the slowest has.)
 */
export function chooseSources<Node extends { readonly sources: readonly string[] }>(
  nodes: readonly Node[],
): readonly SourceToAsk<Node>[] {
  const there = searchable.flatMap((one) => {
    const having = nodes.filter(({ sources }) => sources.includes(one.source))
    return having.length === 0 ? [] : [{ ...one, nodes: having }]
  })
  const firsts = there.filter((one, at) => there.findIndex(({ kind }) => kind === one.kind) === at)
  const chosen = [...new Set([...firsts, ...there])].slice(0, mostSources)
  return chosen.map(({ source, prefix, nodes: having }) => ({ source, prefix, nodes: having }))
}
