/** A number and what it is measured against in the same run. The fields, in this order, are what `--json` writes. */
export interface Figure {
  /** Stable name, for comparing runs: `group.thing.statistic`. */
  readonly id: string
  readonly what: string
  readonly value: number
  readonly unit: string
  /** `limit`, or the peer in a few words; null when the figure only explains another one. */
  readonly against: string | null
  readonly againstValue: number | null
  /** value / againstValue */
  readonly ratio: number | null
}

/** The word that marks a limit: such a figure must not be above what it stands against. */
export const limitWord = 'limit'

interface Named {
  readonly id: string
  readonly what: string
  readonly unit: string
}

/** A figure that must stay at or below a limit, which may be 0. */
export function limited(named: Named, value: number, limit: number): Figure {
  return { ...named, value, against: limitWord, againstValue: limit, ratio: value === limit ? 1 : value / limit }
}

/** A figure beside the same work done by somebody else. */
export function beside(named: Named, value: number, peer: { readonly what: string; readonly value: number }): Figure {
  return { ...named, value, against: peer.what, againstValue: peer.value, ratio: value / peer.value }
}

/** A figure that explains others and stands against nothing. */
export function alone(named: Named, value: number): Figure {
  return { ...named, value, against: null, againstValue: null, ratio: null }
}

/** Whether the figure misses its limit. */
export function isOver(figure: Figure): boolean {
  return figure.against === limitWord && figure.ratio !== null && figure.ratio > 1
}
