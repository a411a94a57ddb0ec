import { playlistText } from '../../open/index.ts'

/** More than the longest text that is taken, in any encoding. What is longer is refused in the backend's words. */
const longestBytes = 41_000_000

/** What is written in a file, whichever encoding it is in. */
export async function textOfFile(file: File): Promise<string> {
  return playlistText(new Uint8Array(await file.slice(0, longestBytes).arrayBuffer()))
}
