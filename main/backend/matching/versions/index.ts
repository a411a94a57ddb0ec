export { classify, isHeard } from './classify.ts'
export { compareVersions, type VersionAgreement, type VersionConflict, type VersionDoubt } from './compare.ts'
export { parseTitle, type ParsedTitle, type TitlePiece } from './parse.ts'
export { classOf, type VersionClass, type VersionMark, type VersionTag } from './tags.ts'
