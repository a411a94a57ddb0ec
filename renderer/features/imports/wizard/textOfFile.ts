import { importTextLimit } from '../../../../src/imports/limits.ts'
import { playlistText } from '../../open/index.ts'

/** No encoding takes more bytes for a UTF-16 unit. */
const mostBytesPerUnit = 3

/** What is written in a file, whichever encoding it is in; null where it is too long to be taken. Rejects where it cannot be read. */
export async function textOfFile(file: File): Promise<string | null> {
  if (file.size > importTextLimit * mostBytesPerUnit) return null
  return playlistText(new Uint8Array(await file.arrayBuffer()))
}
