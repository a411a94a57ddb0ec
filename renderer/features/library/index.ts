export { AlbumPage } from './AlbumPage.tsx'
export { ArtistPage } from './ArtistPage.tsx'
export { FolderPage } from './FolderPage.tsx'
export { LibraryPage } from './LibraryPage.tsx'
