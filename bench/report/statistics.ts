/** The value below which `share` (0 to 1) of the values lie: the nearest rank, so always one that was measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  const value = sorted[rank - 1]
  if (value === undefined) throw new Error('There is no quantile of nothing')
  return value
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** With fewer than 20 values this is the largest one. */
export function p95(values: readonly number[]): number {
  return quantile(values, 0.95)
}

export function largest(values: readonly number[]): number {
  return quantile(values, 1)
}
