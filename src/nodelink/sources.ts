/** What the services behind a node's sources are called, by the node's own names for them. Names of their own: not translated. */
const names: Readonly<Record<string, string>> = {
  amazonmusic: 'Amazon Music',
  anghami: 'Anghami',
  applemusic: 'Apple Music',
  audiomack: 'Audiomack',
  audius: 'Audius',
  bandcamp: 'Bandcamp',
  bilibili: 'Bilibili',
  bluesky: 'Bluesky',
  deezer: 'Deezer',
  gaana: 'Gaana',
  iheartradio: 'iHeartRadio',
  jiosaavn: 'JioSaavn',
  lastfm: 'Last.fm',
  mixcloud: 'Mixcloud',
  monochrome: 'Monochrome',
  netease: 'NetEase',
  nicovideo: 'Niconico',
  pandora: 'Pandora',
  qobuz: 'Qobuz',
  soundcloud: 'SoundCloud',
  spotify: 'Spotify',
  tidal: 'TIDAL',
  twitch: 'Twitch',
  vimeo: 'Vimeo',
  vkmusic: 'VK Music',
  yandexmusic: 'Yandex Music',
  youtube: 'YouTube',
  ytmusic: 'YouTube Music',
}

/** The name of a source for a person; one that is not known here is called as the node calls it. */
export function nameOfSource(source: string): string {
  return names[source] ?? source
}
