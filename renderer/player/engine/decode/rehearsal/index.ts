export { rehearse } from './rehearse.ts'
export { tones } from './tones.ts'
