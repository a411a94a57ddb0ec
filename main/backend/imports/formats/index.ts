export { readAnyImportFile } from './large.ts'
export { readImportFile } from './read.ts'
export type { ImportedFile, ImportedList, ImportedRow } from './rows.ts'
