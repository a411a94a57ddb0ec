import { localFacts, plainIsrc, readSpotifyLink } from '../../spotify/index.ts'
import { checkedRow, emptyRow, type ImportedRow } from './rows.ts'

/**
 * What a column, or a key of JSON, tells. `artistIds`: addresses or ids of the artists, whose number tells how many names the names'
 * field holds. `duration` is of a unit that has to be guessed.
 */
const fields = [
  'title',
  'artist',
  'artistIds',
  'album',
  'isrc',
  'durationMs',
  'durationS',
  'duration',
  'spotify',
  'location',
  'playlist',
  'type',
  'explicit',
  'addedAt',
] as const

export type Field = (typeof fields)[number]

/**
 * Names of columns without everything but letters and digits, as exporters write them: Exportify (in its languages), exportify.net
 * old and new, TuneMyMusic, Soundiiz, Chosic, Apple Music and iTunes, RiMusic, and keys of JSON exports.
 */
const names: Readonly<Record<Field, string>> = {
  title:
    'trackname track tracktitle title songname songtitle song name titel titre titulo cancion nombredelacancion nomdutitre brano nomedelbrano nomedafaixa naamvanhetnummer',
  artist:
    'artistname artistnames artist artists trackartist trackartists performer creator interpret kunstler kunstlername kunstlernamen artista artistas nombredelartista nombresdelartista artiste artistes nomsdelartiste nomidegliartisti nomesdosartistas',
  artistIds: 'artisturis artisturi artistids artistid kunstleruris urisdelartista urisdelartiste',
  album: 'albumname album albumtitle nombredelalbum nomdelalbum releasetitle',
  isrc: 'isrc isrccode trackisrc',
  durationMs: 'trackdurationms durationms lengthms trackdauerms duraciondelacancionms dureedutitrems durationinms',
  durationS: 'durations durationsec durationseconds lengthseconds durationinseconds',
  duration: 'duration trackduration length time dauer duracion duree durata durationtime',
  spotify:
    'trackuri spotifyuri spotifyid spotifytrackid spotifytrackuri trackid uri id spotifyurl spotifylink uridelacancion uridutitre',
  location: 'url link trackurl location path file trackhref',
  playlist: 'playlistname playlist listname playlisttitle nombredelalista wiedergabeliste',
  type: 'type',
  explicit: 'explicit isexplicit explizit explicito explicite',
  addedAt: 'addedat dateadded addeddate added hinzugefugtam anadidoen ajoutele addedon',
}

const fieldOfName = new Map<string, Field>()
for (const field of fields) for (const name of names[field].split(' ')) fieldOfName.set(name, field)

/** What a column or key of this name tells; null for one that is of no use here. */
export function fieldOf(name: string): Field | null {
  if (name.length > longestName) return null
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return fieldOfName.get(plain) ?? null
}

/** Names of columns are shorter, in UTF-16 units. */
const longestName = 100
/** Longest value that is taken for words, in UTF-16 units. */
const longestWords = 1000

/** A row from its fields as texts. */
export function rowOf(values: ReadonlyMap<Field, string>): ImportedRow {
  const told = (field: Field): string => (values.get(field) ?? '').trim().slice(0, longestWords)
  const address = told('spotify')
  const place = told('location')
  const link = readSpotifyLink(address) ?? readSpotifyLink(place)
  const isEpisode = /spotify(?:\.com)?[:/]episode[:/]/u.test(address) || told('type').toLowerCase() === 'episode'
  const local = localFacts(address)
  const isLocal = address.startsWith('spotify:local:')
  const artists = artistsOf(told('artist'), told('artistIds'))
  const album = told('album')
  const row: ImportedRow = {
    ...emptyRow,
    kind: isEpisode ? 'episode' : isLocal ? 'local' : 'track',
    title: told('title') || (local?.title ?? ''),
    artists: artists.length > 0 ? artists : (local?.artists ?? []),
    album: album === '' ? (local?.album ?? null) : album,
    durationMs: durationOf(told) ?? local?.durationMs ?? null,
    isrc: plainIsrc(told('isrc')),
    isExplicit: truthOf(told('explicit')),
    spotifyId: link?.kind === 'track' ? link.id : /^[A-Za-z\d]{22}$/u.test(address) ? address : null,
    location: place === '' || link !== null ? null : place,
    addedAtMs: momentOf(told('addedAt')),
  }
  return checkedRow(row)
}

/**
 * Names of artists that stand in one text. They are taken apart where it is sure how: at semicolons, at commas beside commas that are
 * escaped, and at commas where there are as many names as addresses. "Earth, Wind & Fire" stays whole.
 */
export function artistsOf(text: string, ids = ''): readonly string[] {
  const clean = (parts: readonly string[]): string[] =>
    parts.map((part) => part.replaceAll('\\,', ',').trim()).filter((part) => part !== '')
  if (text === '') return []
  if (/;\s*\S/u.test(text)) return clean(text.split(';'))
  const parts = clean(text.split(/(?<!\\),/u))
  const count = ids.split(/[,;]/u).filter((id) => id.trim() !== '').length
  const isSure = text.includes('\\,') || parts.length === count
  return isSure ? parts : clean([text])
}

/** The length a row tells of, in ms. */
function durationOf(told: (field: Field) => string): number | null {
  const ms = positive(told('durationMs'))
  if (ms !== null) return ms
  const seconds = positive(told('durationS'))
  if (seconds !== null) return seconds * 1000
  const written = told('duration')
  const clock = /^(?:(?<hours>\d{1,2}):)?(?<minutes>\d{1,3}):(?<seconds>\d{2}(?:\.\d{1,3})?)$/u.exec(written)?.groups
  if (clock !== undefined) {
    const whole = (Number(clock['hours'] ?? 0) * 60 + Number(clock['minutes'])) * 60 + Number(clock['seconds'])
    return whole > 0 ? whole * 1000 : null
  }
  const number = positive(written)
  // Nobody's song lasts three hours, and nobody's lasts ten seconds.
  return number === null ? null : number < 10_000 ? number * 1000 : number
}

function positive(written: string): number | null {
  const number = Number(written)
  return written !== '' && number > 0 && Number.isFinite(number) ? number : null
}

function truthOf(written: string): boolean | null {
  if (/^(?:true|yes|1|explicit|ja|sí|oui)$/iu.test(written)) return true
  return /^(?:false|no|0|clean|nein|non|not explicit)$/iu.test(written) ? false : null
}

/** Only dates of the form that exporters use: nearly anything is one to the platform. */
function momentOf(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ].{1,30})?$/u.test(written)) return null
  const atMs = Date.parse(written)
  return Number.isNaN(atMs) ? null : atMs
}
