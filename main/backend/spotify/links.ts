/** What a link of Spotify's leads to. Ids are 22 characters of which the case counts. */
export interface SpotifyLink {
  readonly kind: 'playlist' | 'album' | 'track' | 'artist'
  readonly id: string
}

const address =
  /^(?:https?:\/\/)?(?:open|play)\.spotify\.com\/(?:intl-[a-z]{2}(?:-[a-z]{2})?\/)?(?:embed\/)?(?:user\/[^/?#]{1,200}\/)?(?<kind>playlist|album|track|artist)\/(?<id>[a-z\d]{22})\/?(?:[?#].*)?$/iu
const uri = /^spotify:(?:user:[^:]{1,200}:)?(?<kind>playlist|album|track|artist):(?<id>[a-z\d]{22})(?:\?.*)?$/iu

const kinds = ['playlist', 'album', 'track', 'artist'] as const

/** Reads a link or an address (`spotify:…`) that a person pasted; null when it is none of Spotify's. */
export function readSpotifyLink(pasted: string): SpotifyLink | null {
  const typed = pasted.trim()
  if (typed.length > longestLink) return null
  const groups = (address.exec(typed) ?? uri.exec(typed))?.groups
  const kind = kinds.find((known) => known === groups?.['kind']?.toLowerCase())
  const id = groups?.['id']
  return kind === undefined || id === undefined ? null : { kind, id }
}

/** Longest link that is looked at, in UTF-16 units. */
const longestLink = 2000

/** What the address of a local file tells of it: `spotify:local:artist:album:title:seconds`. */
export interface LocalFacts {
  readonly title: string
  readonly artists: readonly string[]
  readonly album: string | null
  readonly durationMs: number | null
}

/** Reads the address of a local file; null when it is none. */
export function localFacts(address: string): LocalFacts | null {
  if (!address.startsWith('spotify:local:')) return null
  const [artist = '', album = '', title = '', seconds = ''] = address.split(':').slice(2).map(decoded)
  if (title === '' && artist === '') return null
  const durationMs = Number(seconds) * 1000
  return {
    title,
    artists: artist === '' ? [] : [artist],
    album: album === '' ? null : album,
    durationMs: durationMs > 0 && Number.isFinite(durationMs) ? durationMs : null,
  }
}

function decoded(part: string): string {
  const spaced = part.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced).trim()
  } catch {
    return spaced.trim()
  }
}
