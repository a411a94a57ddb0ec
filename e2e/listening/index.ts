export { listenTo } from './ear.ts'
export type { Ear, Heard } from './ear.ts'
export { tonesIn, writeTone } from './tones.ts'
export { compareAcrossWaits } from './waits.ts'
