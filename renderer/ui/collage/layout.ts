/** How covers are put together: one fills the square, two halve it, three have one large, four are quarters. */
export type CollageLayout = 'sleeve' | 'single' | 'pair' | 'triple' | 'quarters'

const layouts: readonly CollageLayout[] = ['sleeve', 'single', 'pair', 'triple', 'quarters']

/** The covers to show, each once and four at most, and how. */
export function collageOf(coverPaths: readonly string[]): {
  readonly layout: CollageLayout
  readonly paths: readonly string[]
} {
  const paths = [...new Set(coverPaths)].slice(0, 4)
  return { layout: layouts[paths.length] ?? 'quarters', paths }
}
