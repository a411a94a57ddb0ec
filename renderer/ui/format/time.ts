interface Digits {
  readonly plain: Intl.NumberFormat
  readonly two: Intl.NumberFormat
  readonly hours: Intl.NumberFormat
  readonly minutes: Intl.NumberFormat
  readonly seconds: Intl.NumberFormat
}

const digitsByLocale = new Map<string, Digits>()

function digitsOf(locale: string): Digits {
  const known = digitsByLocale.get(locale)
  if (known) return known
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', useGrouping: false })
  const made: Digits = {
    plain: new Intl.NumberFormat(locale, { useGrouping: false }),
    two: new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false }),
    hours: unit('hour'),
    minutes: unit('minute'),
    seconds: unit('second'),
  }
  digitsByLocale.set(locale, made)
  return made
}

/** A place or length as on a clock face, `4:07` or `1:02:09`, in the locale's digits. Seconds are cut, not rounded. */
export function clockTime(ms: number, locale: string): string {
  const { plain, two } = digitsOf(locale)
  const all = Math.max(0, Math.floor(ms / 1000))
  const seconds = two.format(all % 60)
  const minutes = Math.floor(all / 60) % 60
  const hours = Math.floor(all / 3600)
  return hours > 0 ? `${plain.format(hours)}:${two.format(minutes)}:${seconds}` : `${plain.format(minutes)}:${seconds}`
}

/** A length in words, to the minute: `1 hr 4 min`, `12 min`; below a minute `40 sec`, its seconds cut as on the clock. */
export function lengthInWords(ms: number, locale: string): string {
  const { hours, minutes, seconds } = digitsOf(locale)
  const allSeconds = Math.max(0, Math.floor(ms / 1000))
  if (allSeconds < 60) return seconds.format(allSeconds)
  const allMinutes = Math.round(ms / 60_000)
  const wholeHours = Math.floor(allMinutes / 60)
  const rest = allMinutes % 60
  if (wholeHours === 0) return minutes.format(rest)
  return rest === 0 ? hours.format(wholeHours) : `${hours.format(wholeHours)} ${minutes.format(rest)}`
}
