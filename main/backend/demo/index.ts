export { createDemo } from './demo.ts'
export type { Demo, DemoOptions } from './demo.ts'
