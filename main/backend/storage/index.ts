export { createStorageHandlers } from './storage.ts'
