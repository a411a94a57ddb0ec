import { isAscii, readable } from '../normalise/index.ts'
import { nameOf, type Name } from './names.ts'

/** A text that names one artist or several, as a source writes it. */
export interface Credit {
  readonly whole: Name
  /** What it comes apart to at commas, "&", "feat." and the like; one part where it names one. */
  readonly parts: readonly Name[]
  /** Other names for the same: in brackets, in another script, without what channels are called beside their artist. */
  readonly aliases: readonly Name[]
  /** A channel that a label's delivery fills, or the artist's own, by its name. */
  readonly channel: 'topic' | 'official' | null
}

const between =
  /\s*[,;、，＆&]\s*|\s+(?:\+|x|×|\/|vs\.?|feat\.?|ft\.?|featuring|with|and|und|y|et|и|con|avec|mit|duet with)\s+|\s*[／]\s*/iu

const topic = / - (?:topic|tema|thème|thema|тема|主题|トピック)$/iu
const vevo = /\s*vevo$/iu
const official =
  /^(?:official|officiel|oficial)\s+|\s*[-–]?\s*\(?(?:official|officiel|oficial|ufficiale|music|musik|musica|música|channel|official channel|official artist channel|tv|band|公式|公式チャンネル|官方|官方頻道|공식|official youtube channel|รายการ)\)?$/iu

const saysNothing = new Set([
  '',
  'various artists',
  'various',
  'va',
  'unknown',
  'unknown artist',
  'diverse',
  'varios artistas',
  'artistes divers',
  'verschiedene interpreten',
  'vari artisti',
  'varios',
  'ヴァリアス アーティスト',
  'разные исполнители',
  '群星',
])

/** Null for what names nobody: "Various Artists", nothing at all. */
export function creditOf(text: string): Credit | null {
  const given = readable(text).replace(/\s+/gu, ' ').trim()
  const isTopic = topic.test(given)
  const isVevo = vevo.test(given) && given.length > 4
  const plain = isTopic ? given.replace(topic, '') : isVevo ? given.replace(vevo, '') : given
  const whole = nameOf(plain)
  if (saysNothing.has(whole.folded)) return null
  const parts = plain
    .split(between)
    .map(nameOf)
    .filter(({ compact }) => compact !== '')
  const isOfficial = isVevo || official.test(plain)
  return { whole, parts, aliases: aliasesOf(plain), channel: isTopic ? 'topic' : isOfficial ? 'official' : null }
}

function aliasesOf(text: string): Name[] {
  const aliases: string[] = []
  const withoutSuffix = text.replace(official, '')
  if (withoutSuffix !== text && withoutSuffix !== '') aliases.push(withoutSuffix)
  if (/[([]/.test(text)) {
    aliases.push(text.replaceAll(/[([][^)\]]{0,80}[)\]]?/gu, ' '))
    for (const inside of text.matchAll(/[([]([^()[\]]{1,80})[)\]]/gu)) aliases.push(inside[1] ?? '')
  }
  if (!isAscii(text) && /[a-z]/i.test(text)) {
    aliases.push(
      text.replaceAll(/[^\p{Script=Latin}\p{N}\p{P}\s]+/gu, ' '),
      text.replaceAll(/\p{Script=Latin}+/gu, ' '),
    )
  }
  return aliases.map(nameOf).filter(({ compact }) => compact.length > 1)
}
