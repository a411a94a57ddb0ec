import { fold } from './fold.ts'

/** Articles that a shop's shelf ignores, folded. `die` leads names in German and sentences in English: names only. */
const articlesOfTitles = ['the', 'a', 'an', 'der', 'das', 'el', 'los', 'las', 'le', 'la', 'les', 'il']
const articlesOfNames = [...articlesOfTitles, 'die', 'lo', 'gli', 'os', 'as']

/** What lists order a title of a track or album by, and filters look in. */
export function sortTitleOf(title: string): string {
  return articleLast(title, articlesOfTitles)
}

/** What lists order names of artists by: that of the first one, all the others behind it. */
export function sortNameOf(...names: readonly string[]): string {
  const [first = '', ...others] = names.filter((name) => fold(name) !== '')
  return [articleLast(first, articlesOfNames), ...others.map(fold)].join(' ')
}

/** "The Beatles" → "beatles the": under B, and still found by whoever types the article. "A-ha" begins with none. */
function articleLast(text: string, articles: readonly string[]): string {
  const folded = fold(text)
  const article = fold(/^\s*(\S+)\s+\S/u.exec(text)?.[1] ?? '')
  return articles.includes(article) && folded.startsWith(`${article} `)
    ? `${folded.slice(article.length + 1)} ${article}`
    : folded
}
