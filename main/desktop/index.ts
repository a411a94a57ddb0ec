export { runDesktop } from './run.ts'
