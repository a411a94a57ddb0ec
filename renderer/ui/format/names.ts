/** Several names as one line, joined as the locale joins a plain list. */
export function joinNames(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(names)
}
