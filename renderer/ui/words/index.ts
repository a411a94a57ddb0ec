export { Words } from './Words.tsx'
