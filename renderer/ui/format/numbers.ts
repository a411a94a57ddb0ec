const known = new Map<string, Intl.NumberFormat>()

/** Writes numbers as a language does. Kept: making one takes longer than writing hundreds of numbers with it. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = known.get(key) ?? new Intl.NumberFormat(locale, options)
  known.set(key, format)
  return format
}
