import { longestTimeMs } from '../document.ts'

/** What `StampReader.read` found. */
export const noStamp = -1
export const absurdStamp = -2

const zero = 48
const dot = 46
const comma = 44
const colon = 58
const minus = 45

/** Reads stamps out of a text, without making anything of it: the hot path of the parser. */
export class StampReader {
  /** Behind the stamp that was read last. */
  end = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /**
   * The time of a stamp whose bracket is at `from`, in ms; `noStamp` where there is none, `absurdStamp` where it is no time of a
   * song. Minutes and seconds, with any number of digits behind a dot, comma or colon; three numbers and a dot are hours, minutes
   * and seconds, three without one are minutes, seconds and hundredths.
   */
  read(from: number, close: number): number {
    const text = this.#text
    let at = from + 1
    let code = text.charCodeAt(at)
    const isNegative = code === minus
    if (isNegative) code = text.charCodeAt((at += 1))
    // Numbers in front of a separator; the last one may be a fraction.
    let first = 0
    let begin = at
    while (code >= zero && code <= 57) {
      first = first * 10 + code - zero
      code = text.charCodeAt((at += 1))
    }
    if (at === begin || code !== colon) return noStamp
    let second = 0
    begin = at += 1
    code = text.charCodeAt(at)
    while (code >= zero && code <= 57) {
      second = second * 10 + code - zero
      code = text.charCodeAt((at += 1))
    }
    if (at === begin) return noStamp
    let third = -1
    let digits = 0
    if (code === colon) {
      third = 0
      begin = at += 1
      code = text.charCodeAt(at)
      while (code >= zero && code <= 57) {
        third = third * 10 + code - zero
        code = text.charCodeAt((at += 1))
      }
      digits = at - begin
      if (digits === 0) return noStamp
    }
    let fractionMs = 0
    const hasFraction = code === dot || code === comma
    if (hasFraction) {
      let scale = 100
      code = text.charCodeAt((at += 1))
      while (code >= zero && code <= 57) {
        fractionMs += (code - zero) * scale
        scale = scale > 1 ? scale / 10 : 0
        code = text.charCodeAt((at += 1))
      }
    }
    if (code !== close) return noStamp
    this.end = at + 1
    let ms: number
    if (third < 0) ms = (first * 60 + second) * 1000 + fractionMs
    else if (hasFraction) ms = ((first * 60 + second) * 60 + third) * 1000 + fractionMs
    else ms = (first * 60 + second) * 1000 + Math.floor((third * 1000) / 10 ** digits)
    return isNegative || !(ms <= longestTimeMs) ? absurdStamp : ms
  }
}
