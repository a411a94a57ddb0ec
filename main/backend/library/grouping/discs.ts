import path from 'node:path'

/** A disc of a set, as a folder or a title names it: its number, or `bonus` for one without. */
export type DiscMark = number | 'bonus'

/** A name with what is said about the disc taken off. */
export interface WithoutDisc {
  readonly text: string
  readonly disc: DiscMark | null
}

const word = String.raw`(?:cd|dis[ck]|disque|dvd|диск|ディスク)`
const number = String.raw`\s*[.#:_-]?\s*(\d{1,2})(?!\d)`
/** "… (Disc 1: The Early Years)", "… [CD2]" */
const inBrackets = new RegExp(String.raw`\s*[([{]\s*${word}${number}[^()[\]{}]*[)\]}]\s*$`, 'iu')
/** "… CD 2", "…, Disc 1 of 2", "… - Disc 2" */
const atTheEnd = new RegExp(String.raw`[\s,:;_–—-]+${word}${number}(?:\s*(?:of|von|de|/)\s*\d{1,2})?\s*$`, 'iu')
/** "… (Bonus Disc)", "… - Bonus CD" */
const bonus = /(?:\s*[([{]\s*|[\s,:;_–—-]+)bonus[\s_-]*(?:cd|dis[ck]|disque|dvd)\s*[)\]}]?\s*$/iu
/** A folder that is nothing but a disc: "CD1", "Disc 2 - Live", "Bonus". */
const numberedFolder = new RegExp(String.raw`^[([]?${word}${number}(?:[\s.,:_)\]–—-].*)?$`, 'iu')
const bonusFolder = /^[([]?bonus(?:[\s_-]*(?:cd|dis[ck]|disque|dvd))?[)\]]?$/iu

/** Takes "(Disc 2)" and the like off the end of a title. A title that is nothing else stays. */
export function withoutDisc(title: string): WithoutDisc {
  for (const pattern of [inBrackets, atTheEnd, bonus]) {
    const found = pattern.exec(title)
    const text = found === null ? '' : title.slice(0, found.index).trim()
    if (found !== null && text !== '') return { text, disc: discOf(found[1]) }
  }
  return { text: title, disc: null }
}

/** The disc that a folder's name says it holds. */
export function folderDisc(directory: string): DiscMark | null {
  const name = path.basename(directory)
  const found = numberedFolder.exec(name)
  if (found !== null) return discOf(found[1])
  return bonusFolder.test(name) ? 'bonus' : withoutDisc(name).disc
}

/**
 * The home of the files in a directory: where their album as a whole lies. Discs in folders of their own ("Album/CD1",
 * "Album (Disc 1)") share one. It need not be a directory that exists.
 */
export function homeOf(directory: string): string {
  const name = path.basename(directory)
  const parent = path.dirname(directory)
  if (numberedFolder.test(name) || bonusFolder.test(name)) return parent
  const { text, disc } = withoutDisc(name)
  return disc === null ? directory : path.join(parent, text)
}

function discOf(digits: string | undefined): DiscMark {
  return digits === undefined ? 'bonus' : Number(digits)
}
