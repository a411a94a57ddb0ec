/** Names and search prefixes of the sources a node can have, as far as tests need them: more than one way to say the same. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  youtube: ['ytsearch', 'ytrec'],
  ytmusic: ['ytmsearch'],
  spotify: ['spsearch', 'sprec'],
  applemusic: ['amsearch'],
  tidal: ['tdsearch', 'tdrec'],
  deezer: ['dzsearch', 'dzrec'],
  soundcloud: ['scsearch'],
  qobuz: ['qbsearch', 'qbrec'],
  jiosaavn: ['jssearch', 'jsrec'],
  bandcamp: ['bcsearch'],
  audius: ['ausearch', 'sprec'],
  mixcloud: ['mixcloud'],
}

/** The source that a prefix means among those a node has; null for an unknown or switched-off one. */
export function sourceOfPrefix(prefix: string, enabled: readonly string[]): string | null {
  const byAlias = enabled.find((source) => prefixes[source]?.includes(prefix))
  return byAlias ?? enabled.find((source) => source === prefix) ?? null
}
