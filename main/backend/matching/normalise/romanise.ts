import type { Script } from './scripts.ts'

/**
 * A text in Latin letters as a listener without the other keyboard would type it: loose, for telling whether a romanised
 * name may be the same as one in its own script. Different systems of romanisation give the same.
 */
export function romanise(folded: string, scripts: ReadonlySet<Script>): string {
  let latin = ''
  for (const letter of folded.replaceAll('ου', 'ou')) latin += letters.get(letter) ?? hangul(letter) ?? letter
  return loose(scripts.has('han') ? kana(latin) : latin)
}

/** Chinese characters say nothing of how they sound. */
export function canBeRomanised(scripts: ReadonlySet<Script>, folded: string): boolean {
  for (const script of scripts) {
    if (script !== 'latin' && script !== 'cyrillic' && script !== 'greek' && script !== 'hangul' && script !== 'han')
      return false
  }
  return !/\p{Script=Han}/u.test(folded)
}

const cyrillic =
  'аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsh ъ ыi ьʹ эe юiu яia іi їi єe ґg ўu ђdj јi љl њn ћc џdz'
const greek = 'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υi φf χch ψps ωo'
const syllables =
  'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn ゔvu ー'

const letters = new Map(
  `${cyrillic} ${greek} ${syllables}`.split(' ').map((pair): [string, string] => {
    const [letter = '', ...standsFor] = pair
    return [letter, standsFor.join('').replace('ʹ', '')]
  }),
)

/** Small kana change the syllable before them; a small tsu doubles what follows. */
function kana(text: string): string {
  return text
    .replace(/(sh|ch|j)i([ゃゅょ])/gu, (_all, head: string, small: string) => head + smallVowel(small))
    .replace(/([kgnhbpmr])i([ゃゅょ])/gu, (_all, head: string, small: string) => `${head}y${smallVowel(small)}`)
    .replace(/[a-z]([ぁぃぅぇぉ])/gu, (_all, small: string) => smallVowel(small))
    .replaceAll('っ', '')
}

function smallVowel(small: string): string {
  return 'aiueoauo'['ぁぃぅぇぉゃゅょ'.indexOf(small)] ?? ''
}

const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p h'.split(' ')
const firstSyllable = 0xac00
const syllableCount = 11_172

/** A Hangul syllable by its parts, in Revised Romanization; letters change no neighbours. */
function hangul(letter: string): string | undefined {
  const at = (letter.codePointAt(0) ?? 0) - firstSyllable
  if (at < 0 || at >= syllableCount) return undefined
  const perInitial = vowels.length * finals.length
  const vowel = vowels[Math.floor((at % perInitial) / finals.length)] ?? ''
  return `${initials[Math.floor(at / perInitial)] ?? ''}${vowel}${finals[at % finals.length] ?? ''}`
}

/** What systems of romanisation do not agree on. */
function loose(latin: string): string {
  return latin
    .replaceAll('shch', 'sh')
    .replaceAll('kh', 'h')
    .replaceAll('ck', 'k')
    .replaceAll(/[yj]/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll('ou', 'o')
    .replaceAll(/(.)\1+/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
