import type { NodeTrack } from '../answers.ts'

/** What a node says where it knows nothing. */
const saysNothing = /^(?:unknown(?: (?:title|artist|author))?|null|undefined|n\/a)?$/iu

/** Sources whose titles are the names of files. */
const fileSources = new Set(['local', 'http'])

/** Endings of audio files, which are no part of a name. */
const audioEnding = /\.(?:mp3|flac|wav|ogg|oga|opus|m4a|mp4|aac|webm|weba|aiff?|wma)$/iu

/** The title of a track; for one that has none, what its file is called. Empty where there is not even that. */
export function titleOf({ title, sourceName, uri, identifier }: NodeTrack['info']): string {
  const said = tidy(title)
  if (!saysNothing.test(said)) return fileSources.has(sourceName ?? '') ? said.replace(audioEnding, '') : said
  return fileSources.has(sourceName ?? '') ? fileNameOf(uri ?? identifier).replace(audioEnding, '') : ''
}

/** Whom it is by, as one name: what several artists are joined with differs by source. Empty where nobody is named. */
export function authorOf({ author }: NodeTrack['info']): string {
  const said = tidy(author)
  return saysNothing.test(said) ? '' : said
}

/** An ISRC as the app writes it; null for anything else. */
export function isrcOf(text: string | null | undefined): string | null {
  const code = (text ?? '').replace(/[\s-]/gu, '').toUpperCase()
  return /^[A-Z]{2}[A-Z\d]{3}\d{7}$/u.test(code) ? code : null
}

/** The address of a page outside that may be shown and opened; null for paths on the node's disk and whatever else it names. */
export function linkOf(text: string | null | undefined): string | null {
  const url = URL.parse(text ?? '')
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  // A name and password in an address are somebody's: they are not for showing.
  url.username = ''
  url.password = ''
  return url.href
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

function fileNameOf(place: string): string {
  const path = URL.parse(place)?.pathname ?? place
  const name = path.split(/[/\\]/u).findLast((part) => part !== '') ?? ''
  return tidy(decoded(name))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
