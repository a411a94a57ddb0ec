export { createLog } from './log.ts'
export type { OwnedLog } from './log.ts'
export { silentLog } from './silent.ts'
export type { Log, LogData, LogLevel } from './types.ts'
