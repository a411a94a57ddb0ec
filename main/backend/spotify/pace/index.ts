export { createGovernor } from './governor.ts'
export type { Governor, PaceAnswer } from './governor.ts'
export { believable, isWaitedFor, paceMemorySchema, readRetryAfter } from './pace.ts'
export type { Closure, PaceLimits, PaceMemory, Urgency } from './pace.ts'
