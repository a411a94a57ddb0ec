/** The dialogs of playlists; apart from the room's face, because they are loaded when they are needed. */
export { ImportMissing } from './ImportMissing.tsx'
export { SmartEditor } from './smart/SmartEditor.tsx'
