import { coreOf, foldedOf } from '../normalise/index.ts'

/** Names of languages in the languages in which titles say them, the English one first. */
const names = `english inglés englisch anglais inglese inglês английская английском 英語 英文 영어 באנגלית بالانجليزي angielsku
spanish español española espagnol espagnole spagnolo spagnola spanisch espanhol 스페인어 испанском
german deutsch deutsche allemand alemán tedesco немецком 德文 ドイツ語 niemiecku
french francés français française französisch francese francês французском 法文 フランス語
italian italiano italiana italienisch italien итальянском
portuguese portugués português portugais portugiesisch
japanese japonés japanisch japonais 日本語 日文 日语 일본어 японском
korean coreano koreanisch 韓国語 韩文 韩语 한국어 корейском
chinese chino chinesisch chinois 中文 中国語 중국어 китайском
mandarin 國語 国语 普通话
cantonese 粵語 粤语 广东话
russian russisch ruso russe русская русском 俄语
ukrainian українською украинском
turkish türkçe türkisch
arabic عربي بالعربي
hebrew בעברית
greek ελληνική
polish polska polsku
hindi tamil telugu spanglish thai vietnamese`

const byName = new Map<string, string>(
  names.split('\n').flatMap((line) => {
    const all = line.split(' ').map((name) => foldedOf(coreOf(name)))
    const [english = ''] = all
    // The last line has a language a word.
    return all.map((name): [string, string] => [name, line.startsWith('hindi') ? name : english])
  }),
)

/** The languages that words of a segment name, by their English names. */
export function languagesIn(words: readonly string[]): readonly string[] {
  const text = words.join(' ')
  const spaceless = words.join('')
  const found = new Set<string>()
  for (const [name, english] of byName) {
    if (words.includes(name) || (/[^\0-\x7f]/.test(name) && (spaceless.includes(name) || text.includes(name))))
      found.add(english)
  }
  return [...found]
}
