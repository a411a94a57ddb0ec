export { createImportRoom, scheduleImports } from './room.ts'
export type { ImportRoom, ImportRoomParts } from './room.ts'
