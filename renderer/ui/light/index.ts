export { accentOf } from './palette.ts'
export type { Palette } from './palette.ts'
export { lightOf, lightSize } from './read.ts'
export type { Light } from './read.ts'
