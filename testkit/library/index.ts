export { makeName } from './names.ts'
export { makeRows, seeded } from './rows.ts'
export type { LibraryRow } from './rows.ts'
export { writeRow, writeRows } from './write.ts'
