import { atom } from 'jotai'
import type { LibraryFolder, LibrarySummary, ScanStatus } from '../../src/library/index.ts'

/** Folders of the library; null until they arrived. Written by `followLibrary` alone, as are the others here. */
export const libraryFoldersAtom = atom<readonly LibraryFolder[] | null>(null)

/** The library in numbers; null until they arrived. */
export const librarySummaryAtom = atom<LibrarySummary | null>(null)

/** What the scanner does. */
export const scanStatusAtom = atom<ScanStatus>({ kind: 'idle', last: null })

/** Whether there is a library at all: null while nobody knows. */
export const hasLibraryAtom = atom((get) => {
  const folders = get(libraryFoldersAtom)
  return folders === null ? null : folders.length > 0 || (get(librarySummaryAtom)?.tracks ?? 0) > 0
})
