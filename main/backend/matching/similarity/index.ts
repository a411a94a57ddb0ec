export { editDistance } from './edits.ts'
export { isSlip, similarityOf } from './texts.ts'
