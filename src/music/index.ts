export { audioFormatSchema, loudnessSchema, segmentSchema, trackSchema, albumSchema } from './track.ts'
export type { Album, AudioFormat, Loudness, Track } from './track.ts'
