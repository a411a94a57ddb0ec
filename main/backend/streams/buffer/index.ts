export { SessionBuffer } from './buffer.ts'
export type { SessionBufferOptions } from './buffer.ts'
export { blockBytes } from './held.ts'
export type { Held } from './held.ts'
