export { Cover } from './Cover.tsx'
export type { Place } from './Cover.tsx'
export { sleeveHue } from './sleeve.ts'
export { sourcesOf } from './sources.ts'
