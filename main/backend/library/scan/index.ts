export { createCatalogue } from './catalogue.ts'
export { createScanner } from './scanner.ts'
export type { Scanner, ScannerOptions } from './scanner.ts'
export { walkInWorker } from './walker.ts'
