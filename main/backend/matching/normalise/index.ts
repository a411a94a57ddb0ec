export { coreOf, foldedOf, formsOf, longestText, readable, TextForms } from './forms.ts'
export { canBeRomanised, romanise } from './romanise.ts'
export { areOfDifferentScripts, isAscii, isUnspaced, scriptsOf, type Script } from './scripts.ts'
export { arabicNumber, numbersOf } from './numbers.ts'
