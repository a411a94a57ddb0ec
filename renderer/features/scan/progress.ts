import type { ScanStatus } from '../../../src/library/index.ts'

export type Scanning = Extract<ScanStatus, { readonly kind: 'scanning' }>

/** How far a scan has come, 0 to 1; null while files are still counted. */
export function scanProgress({ phase, found, done }: Scanning): number | null {
  switch (phase) {
    case 'finding':
      return null
    case 'reading':
      return found === 0 ? null : Math.min(1, done / found)
    case 'finishing':
      return 1
    default:
      return phase satisfies never
  }
}
