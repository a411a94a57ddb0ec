export { anyCodePoint, anyGrapheme } from './text.ts'
