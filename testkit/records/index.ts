export { putMixtape, putRecords } from './make.ts'
