import { numberFormat } from './numbers.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size as disks are sold, by thousands: `12 MB`, `1.4 GB`. */
export function byteSize(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return numberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    // The short form of a byte has no plural: “0 byte”.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}
