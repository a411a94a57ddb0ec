export { fold, foldingVersion } from './fold.ts'
