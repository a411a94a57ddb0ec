/** Width below which a card is not made, in px. */
const minCardPx = 148
/** Between two cards of a row, in px. */
export const gapPx = 16
/** The two lines below a cover, and the gap to the next row. */
const wordsPx = 72

export interface GridShape {
  readonly columns: number
  readonly cardPx: number
  readonly rowPx: number
}

/** How cards share a width: as many as fit, all equally wide. */
export function gridShape(widthPx: number): GridShape {
  const columns = Math.max(2, Math.floor((widthPx + gapPx) / (minCardPx + gapPx)))
  const cardPx = Math.max(1, (widthPx - gapPx * (columns - 1)) / columns)
  return { columns, cardPx, rowPx: cardPx + wordsPx }
}

/** The card that a key leads to from one; null when the key is not for the grid. */
export function nextCard(key: string, from: number, count: number, columns: number, pageRows: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    // Down from the last full row comes to the last card, so that it can be reached at all.
    case 'ArrowDown':
      return Math.floor(from / columns) === Math.floor(last / columns) ? from : Math.min(last, from + columns)
    case 'ArrowUp':
      return from < columns ? from : from - columns
    case 'PageDown':
      return Math.min(last, from + columns * pageRows)
    case 'PageUp':
      return Math.max(from % columns, from - columns * pageRows)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
