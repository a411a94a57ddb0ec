export { Cover } from './Cover.tsx'
export type { Place } from './Cover.tsx'
export { Picture } from './Picture.tsx'
export { sleeveHue } from './sleeve.ts'
