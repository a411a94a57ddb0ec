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
