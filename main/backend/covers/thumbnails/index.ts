export { shrinkPicture } from './shrink.ts'
export type { Shrink } from './shrink.ts'
export { createThumbnails } from './thumbnails.ts'
export type { Thumbnail, Thumbnails } from './thumbnails.ts'
