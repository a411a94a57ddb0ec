export { HlsRung } from './rung.ts'
