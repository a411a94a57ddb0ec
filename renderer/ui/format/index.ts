export { shortFormat } from './audio.ts'
export { dayInWords } from './dates.ts'
export { joinNames } from './names.ts'
export { clockTime, lengthInWords } from './time.ts'
