export { AddFolderDialog } from './AddFolderDialog.tsx'
