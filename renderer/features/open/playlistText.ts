/** Files that are lists of tracks, by their names. */
const playlistName = /\.(m3u8?|xspf|jspf)$/i

/** True for names of playlist files. */
export function looksLikePlaylist(name: string): boolean {
  return playlistName.test(name)
}

/**
 * The text of a playlist file. What it begins with tells UTF-8 and UTF-16 apart; without a mark it is UTF-8 where it is
 * valid, and else Windows-1252, in which older programs write `.m3u`.
 */
export function playlistText(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The folder of a path, either kind of separator; null for a bare name. */
export function folderOf(path: string): string | null {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  if (end === -1) return null
  return end === 0 ? path.slice(0, 1) : path.slice(0, end)
}
