export { createLoudnessHandlers } from './handlers.ts'
export { createLoudness } from './loudness.ts'
export type { LoudnessStore } from './loudness.ts'
