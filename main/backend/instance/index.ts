export { acquireInstance } from './acquire.ts'
export type { AcquireOptions, FirstInstance, SecondInstance } from './acquire.ts'
