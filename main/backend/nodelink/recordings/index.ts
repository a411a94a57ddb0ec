export { createRecordings } from './recordings.ts'
export type { RecordingStore } from './recordings.ts'
