export { createPreviewPlayer } from './preview.ts'
export type { PreviewPlayer } from './preview.ts'
