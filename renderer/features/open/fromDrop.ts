import type { Openable, UploadFile } from '../commands/types.ts'
import { looksLikePlaylist } from './playlistText.ts'

/** Playlist files among what was dropped. */
export function playlistsOfDrop(transfer: DataTransfer): readonly File[] {
  return [...transfer.files].filter((file) => looksLikePlaylist(file.name))
}

/** Everything else that was dropped: with paths where the host knows them, else as files, folders read to their ends. */
export async function openableOfDrop(
  transfer: DataTransfer,
  pathsOf: ((files: readonly File[]) => readonly string[]) | null,
): Promise<Openable | null> {
  if (pathsOf) {
    const paths = pathsOf([...transfer.files].filter((file) => !looksLikePlaylist(file.name)))
    return paths.length > 0 ? { kind: 'paths', paths } : null
  }
  // The list is emptied as soon as this handler gives way, so everything is taken from it first.
  const items = [...transfer.items].filter((item) => item.kind === 'file')
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Files that are not on disk (an attachment dragged out of a mail) have no entry.
  const loose = items.flatMap((item) => (item.webkitGetAsEntry() ? [] : (item.getAsFile() ?? [])))
  const read = await Promise.all(entries.map((entry) => filesOf(entry)))
  const files = [...read.flat(), ...loose.map((file) => ({ file, relativePath: file.name }))].filter(isNoPlaylist)
  const only = entries.length === 1 ? entries[0] : undefined
  return files.length > 0 ? { kind: 'uploads', title: only?.isDirectory ? only.name : null, files } : null
}

/** Files chosen with an input; those of a folder carry their place in it. */
export function openableOfInput(list: readonly File[]): Openable | null {
  if (list.length === 0) return null
  const files = list.map((file) => ({ file, relativePath: file.webkitRelativePath || file.name }))
  const folder = list[0]?.webkitRelativePath.split('/')[0]
  return { kind: 'uploads', title: folder ? folder : null, files: files.toSorted(byPath) }
}

const byPath = (one: UploadFile, other: UploadFile) =>
  one.relativePath.localeCompare(other.relativePath, undefined, { numeric: true })

async function filesOf(entry: FileSystemEntry): Promise<readonly UploadFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject)
    })
    return [{ file, relativePath: entry.fullPath.replace(/^\//, '') }]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const children: FileSystemEntry[] = []
  // A reader answers a hundred at a time and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) break
    children.push(...some)
  }
  const files = await Promise.all(children.map((child) => filesOf(child)))
  return files.flat().toSorted(byPath)
}

/** Playlists are read on their own; those within a folder are part of it and left alone. */
const isNoPlaylist = ({ relativePath }: UploadFile) => relativePath.includes('/') || !looksLikePlaylist(relativePath)

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
