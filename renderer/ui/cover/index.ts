export { Cover } from './Cover.tsx'
export { sleeveHue } from './sleeve.ts'
