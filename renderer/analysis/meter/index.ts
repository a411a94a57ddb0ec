export { LoudnessMeter } from './meter.ts'
export type { Measurement } from './meter.ts'
