import type { RowRange } from './windowing.ts'

/** Row numbers as sorted ranges that neither touch nor overlap: a hundred thousand selected rows are one range. */
export type RowRanges = readonly RowRange[]

/** True when a row is in one of the ranges. */
export function hasRow(ranges: RowRanges, index: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return (ranges[low]?.first ?? Number.POSITIVE_INFINITY) <= index
}

/** How many rows the ranges hold. */
export function countRows(ranges: RowRanges): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0)
}

/** The ranges with another one in. */
export function withRange(ranges: RowRanges, { first, end }: RowRange): RowRanges {
  if (end <= first) return ranges
  const near = ranges.filter((range) => range.end >= first && range.first <= end)
  const joined = {
    first: Math.min(first, near[0]?.first ?? first),
    end: Math.max(end, near.at(-1)?.end ?? end),
  }
  return [...ranges.filter((range) => range.end < first), joined, ...ranges.filter((range) => range.first > end)]
}

/** The ranges without one. */
export function withoutRange(ranges: RowRanges, { first, end }: RowRange): RowRanges {
  return ranges.flatMap((range) =>
    [
      { first: range.first, end: Math.min(range.end, first) },
      { first: Math.max(range.first, end), end: range.end },
    ].filter((part) => part.end > part.first),
  )
}
