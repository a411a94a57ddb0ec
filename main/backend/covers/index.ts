export { coverAt, coverBeside, pickCoverName } from './beside.ts'
export { hasCover, keepCover } from './keep.ts'
export { coverHeadBytes, coverType } from './type.ts'
