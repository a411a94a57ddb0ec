export { readLoadedAnswer } from './read.ts'
