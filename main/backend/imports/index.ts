export { createRecordingFinder } from './finding.ts'
export type { RecordingFinder } from './finding.ts'
export { createImportRoom, scheduleImports } from './room.ts'
export type { ImportRoom, ImportRoomParts } from './room.ts'
