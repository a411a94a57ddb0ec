export { shortFormat } from './audio.ts'
export { joinNames } from './names.ts'
export { clockTime, lengthInWords } from './time.ts'
