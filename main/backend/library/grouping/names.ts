import { createHash } from 'node:crypto'
import { fold } from './fold.ts'

/**
 * What taggers write for an album by many: the languages of the big shops and rippers. Compared folded, so case, accents and
 * width do not matter.
 */
const variousNames = new Set(
  [
    'VA',
    'V/A',
    'Various',
    'Various Artist',
    'Various Artists',
    'Various Performers',
    'Verschiedene',
    'Verschiedene Interpreten',
    'Verschiedene Künstler',
    'Diverse',
    'Diverse Interpreten',
    'Diverse Künstler',
    'Artistes variés',
    'Artistes divers',
    'Divers artistes',
    'Varios artistas',
    'Varios',
    'Artistas varios',
    'Vários artistas',
    'Vários intérpretes',
    'Artisti vari',
    'Vari artisti',
    'AA.VV.',
    'Diverse artiesten',
    'Verschillende artiesten',
    'Diverse artister',
    'Blandade artister',
    'Eri esittäjiä',
    'Różni wykonawcy',
    'Různí interpreti',
    'Különböző előadók',
    'Çeşitli sanatçılar',
    'Διάφοροι καλλιτέχνες',
    'Разные исполнители',
    'Различные исполнители',
    'Різні виконавці',
    'אמנים שונים',
    'فنانون متنوعون',
    'ヴァリアス・アーティスト',
    'ヴァリアス・アーティスツ',
    'オムニバス',
    '群星',
    '合辑',
    '여러 아티스트',
  ].map(fold),
)

/** Whether a name stands for many artists rather than for one. */
export function isVariousArtists(name: string): boolean {
  return variousNames.has(fold(name))
}

/** "A feat. B", "A (ft. B)", "A featuring B": the guest and what leads to it. */
const featured = /\s*[([]?\s*(?<![\p{L}\p{N}])(?:feat|ft|featuring)(?:\.\s*|\s+).*$/iu

/** A name without its guests. Only for telling whose album it is: artists are never split at such words. */
export function withoutFeatured(name: string): string {
  const main = name.replace(featured, '').trim()
  return main === '' ? name : main
}

/** The id of an artist: the same for all spellings that fold alike. */
export function artistIdOf(name: string): string {
  return shortHash(`artist\0${fold(name)}`)
}

/** The id of an album by what its grouping found out. */
export function albumIdOf(...key: readonly string[]): string {
  return shortHash(`album\0${key.join('\0')}`)
}

/** 128 bits, in characters that need no escaping in an address. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}
