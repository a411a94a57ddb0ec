import { isIP } from 'node:net'
import { type Failure, failure } from '../../../../src/contract/index.ts'
import { hostOf, isPublicAddress } from '../../outbound/index.ts'

/** What a person typed, as a node may be asked for it. */
export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'link'; readonly url: string; readonly host: string }
  | { readonly kind: 'refused'; readonly error: Failure }

/** Longest words and links that are passed on, in UTF-16 units. */
const longestWords = 200

/** A word that the node takes for what is searched, if a colon follows it. */
const kindWord = /^(track|album|artist|playlist|channel|isrc):/iu

/**
 * Reads what was typed. The node resolves whatever it is given, files on its disk and addresses in its home network among
 * it, so that only links to the web go there as they are, and words in a form that is nothing but words.
 */
export function readTyped(text: string): Typed {
  const typed = text.trim()
  if (/^https?:\/\//iu.test(typed)) return readLink(typed)
  // A scheme that leads elsewhere, a path, a share.
  if (/^(?:[a-z][a-z\d+.-]*:\/\/|file:|[a-z]:[\\/]|[\\/]{2}|\/\S+\/|~\/)/iu.test(typed))
    return { kind: 'refused', error: failure('link-not-web') }
  const words = typed
    .replace(kindWord, '$1 ')
    .replace(/^[/\\\s]+/u, '')
    .slice(0, longestWords)
    .toWellFormed()
  return isWorthIt(words) ? { kind: 'words', words } : { kind: 'nothing' }
}

/** Whether a node may be asked to fetch from a host: one of the internet, or its own. */
export function mayFetchFrom(host: string, ownHost: string): boolean {
  if (host === ownHost) return true
  if (isIP(host) !== 0) return isPublicAddress(host)
  // Names without a dot, and those that only home networks know.
  return host.includes('.') && !/\.(?:localhost|local|lan|home|internal|intranet|home\.arpa)\.?$/iu.test(host)
}

function readLink(typed: string): Typed {
  const url = URL.parse(typed)
  if (url === null || /\s/u.test(typed)) return { kind: 'refused', error: failure('link-not-web') }
  return { kind: 'link', url: url.href, host: hostOf(url).toLowerCase() }
}

/** One letter finds everything and nothing; one character of a script of syllables or words is a word. */
function isWorthIt(words: string): boolean {
  const letters = words.replace(/[^\p{L}\p{N}\p{S}]/gu, '')
  return letters.length > 1 || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)
}
