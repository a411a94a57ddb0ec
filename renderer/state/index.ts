export { appInfoAtom, connectedAtom, connectionAtom, demoAlbumAtom, recentAtom, storeNoticeAtom } from './app.ts'
export {
  collectionOfAlbum,
  collectionOfOpened,
  collectionOfQueue,
  contextOf,
  totalMs,
  withOpened,
  withRestored,
} from './collections.ts'
export type { Collection } from './collections.ts'
export { prepareAnswer, preparedAnswer, rememberAnswer, rememberedAnswer } from './answers.ts'
export { importDraftAtom, importsAtom, importUnderWayAtom, previewAtom } from './imports.ts'
export type { ImportDraft, Preview } from './imports.ts'
export { canPlayAtom, demoCollectionAtom, findCollection, listedCollectionsAtom, openedAtom } from './library.ts'
export { likesAtom, pendingLikesAtom, storedLikesAtom, withLikes, withoutPending, withPending } from './likes.ts'
export * from './lists/index.ts'
export { hasLibraryAtom, libraryFoldersAtom, librarySummaryAtom, scanStatusAtom } from './musicLibrary.ts'
export { pageOf, samePage, travel, visit } from './pages.ts'
export type { ImportShow, LibraryTab, Page, PageHistory, SettingsSection } from './pages.ts'
export * from './player.ts'
export {
  importedAtom,
  playlistEditsAtom,
  playlistFirstRows,
  playlistRowsAtom,
  playlistsAtom,
  renamingPlaylistAtom,
  smartDraftAtom,
} from './playlists.ts'
export type { PlaylistEntry, PlaylistRows } from './playlists.ts'
export {
  isAnswered,
  noSearch,
  recentSearchesAtom,
  resultsOf,
  foundBy,
  shownText,
  searchAtom,
  withAnswer,
  withFailure,
  withSources,
  withText,
} from './search.ts'
export type { SearchView, SourceView } from './search.ts'
export { ServicesContext, useServices } from './services.ts'
export type { Services } from './services.ts'
export { pendingSettingsAtom, settingsAtom, storedSettingsAtom, systemDarkAtom, themeAtom } from './settings.ts'
export { store } from './store.ts'
export { currentStreamAtom, toldStreamAtom } from './stream.ts'
export { useAnswer } from './useAnswer.ts'
export type { Answer } from './useAnswer.ts'
export type { AimHandlers } from './useAim.ts'
export { usePrepare } from './usePrepare.ts'
export { usePreparePage } from './usePreparePage.ts'
export { useStillThere } from './useStillThere.ts'
export {
  canGoBackAtom,
  canGoForwardAtom,
  dialogAtom,
  historyAtom,
  pageAtom,
  panelAtom,
  spokenAtom,
  stageAtom,
} from './view.ts'
export type { OpenDialog } from './view.ts'
