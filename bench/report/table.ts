import { type Figure, isOver } from './figure.ts'

const columns = ['what', 'value', 'unit', 'against', 'its value', 'ratio', ''] as const

/** Three significant digits, and never more than one decimal above 10. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size >= 100) return String(Math.round(value))
  if (size >= 10) return value.toFixed(1)
  return size >= 1 ? value.toFixed(2) : String(Number(value.toPrecision(2)))
}

function cells(figure: Figure): readonly string[] {
  return [
    figure.what,
    short(figure.value),
    figure.unit,
    figure.against ?? '',
    figure.againstValue === null ? '' : short(figure.againstValue),
    figure.ratio === null ? '' : short(figure.ratio),
    isOver(figure) ? 'over' : '',
  ]
}

const isNumber = (column: number): boolean => column === 1 || column === 4 || column === 5

/** The figures as a table that is readable in a terminal and is a Markdown table as well. */
export function table(figures: readonly Figure[]): string {
  const rows = [columns, ...figures.map(cells)]
  const widths = columns.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, at) => (isNumber(at) ? (row[at] ?? '').padStart(width) : (row[at] ?? '').padEnd(width))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (isNumber(at) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [line(columns), rule, ...rows.slice(1).map(line)].join('\n')
}
