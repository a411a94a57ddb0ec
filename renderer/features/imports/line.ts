export { ImportLine } from './ImportLine.tsx'
export { ImportStrip } from './ImportStrip.tsx'
export { nameWords } from './nameWords.ts'
