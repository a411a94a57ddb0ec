/** What a `Range` header asks for. Positions are inclusive, as in the header. */
export type RangeAnswer =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' }

const whole: RangeAnswer = { kind: 'whole' }

/**
 * Reads a `Range` header (RFC 9110 §14.2). Several ranges, other units and anything malformed answer the whole file, which
 * the RFC allows; only a well-formed range that begins behind the end is unsatisfiable.
 */
export function parseRange(header: string | null, sizeBytes: number): RangeAnswer {
  const match = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/iu.exec(header ?? '')
  if (match === null) return whole
  const [from, to] = [match[1] ?? '', match[2] ?? '']
  if (from === '' && to === '') return whole
  if (from === '') {
    const suffix = Number(to)
    if (suffix === 0 || sizeBytes === 0) return { kind: 'unsatisfiable' }
    return { kind: 'part', first: Math.max(0, sizeBytes - suffix), last: sizeBytes - 1 }
  }
  const first = Number(from)
  const last = to === '' ? Infinity : Number(to)
  if (last < first) return whole
  if (first >= sizeBytes) return { kind: 'unsatisfiable' }
  return { kind: 'part', first, last: Math.min(last, sizeBytes - 1) }
}
