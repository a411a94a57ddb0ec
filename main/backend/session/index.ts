export { createSession } from './session.ts'
export type { SessionStore } from './session.ts'
