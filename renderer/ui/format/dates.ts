interface Formats {
  readonly relative: Intl.RelativeTimeFormat
  readonly day: Intl.DateTimeFormat
  readonly dayOfYear: Intl.DateTimeFormat
}

const formats = new Map<string, Formats>()

function formatsOf(locale: string): Formats {
  const known = formats.get(locale)
  if (known) return known
  const made: Formats = {
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
    dayOfYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  }
  formats.set(locale, made)
  return made
}

const moments = new Map<string, Intl.DateTimeFormat>()

/** Writes moments as a language does. Kept: making one takes longer than drawing a row. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = moments.get(key) ?? new Intl.DateTimeFormat(locale, options)
  moments.set(key, format)
  return format
}

/** A day and its time: `12 Nov 2019, 14:05`. */
export function momentInWords(ms: number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(ms)
}

/** A time of day: `14:05`. */
export function timeOfDay(ms: number, locale: string): string {
  return dateFormat(locale, { timeStyle: 'short' }).format(ms)
}

const midnightOf = (ms: number) => new Date(ms).setHours(0, 0, 0, 0)
const dayMs = 86_400_000

/** A day as a person would name it: `today`, `3 days ago`, `12 Nov`, `12 Nov 2019`. Days begin at midnight here. */
export function dayInWords(ms: number, nowMs: number, locale: string): string {
  const { relative, day, dayOfYear } = formatsOf(locale)
  const days = Math.round((midnightOf(nowMs) - midnightOf(ms)) / dayMs)
  if (days >= 0 && days < 7) return relative.format(-days, 'day')
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear()
  return (isThisYear ? day : dayOfYear).format(ms)
}
