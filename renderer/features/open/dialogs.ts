/** The dialogs around opening; apart from the room's face, because they are loaded when they are needed. */
export { OpenDialogs } from './OpenDialogs.tsx'
