export { ImportLine } from './ImportLine.tsx'
export { ImportStrip } from './ImportStrip.tsx'
