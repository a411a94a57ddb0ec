export { readImportFile } from './read.ts'
export type { ImportedFile, ImportedList, ImportedRow, ImportFormat } from './rows.ts'
