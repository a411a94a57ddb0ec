const formats = new Map<string, Intl.ListFormat>()

/** Several names as one line, joined as the locale joins a plain list. */
export function joinNames(names: readonly string[], locale: string): string {
  const only = names[0]
  if (names.length === 1 && only !== undefined) return only
  const known = formats.get(locale)
  const format = known ?? new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  if (!known) formats.set(locale, format)
  return format.format(names)
}
