import path from 'node:path'

/** Endings of files that are read for audio; content decides what they are. */
const audioEndings = new Set(
  'wav flac mp3 m4a aac mp4 m4b ogg oga opus webm mka'.split(' ').map((ending) => `.${ending}`),
)

/** Endings of what usually lies beside music. Dropped along with it, they are left out without a word. */
const companionEndings = new Set(
  'jpg jpeg png webp gif bmp tif tiff txt nfo log cue m3u m3u8 pls xspf lrc sfv md5 ffp accurip pdf html url ini db xml json'
    .split(' ')
    .map((ending) => `.${ending}`),
)

/** Whether a file in a folder is worth reading. */
export function looksLikeAudio(name: string): boolean {
  return audioEndings.has(path.extname(name).toLowerCase())
}

/** Whether a file that was named on its own is still not meant to be played. */
export function isCompanion(name: string): boolean {
  return companionEndings.has(path.extname(name).toLowerCase())
}

/** Hidden files, and what systems leave everywhere. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || ['__MACOSX', '$RECYCLE.BIN', 'System Volume Information'].includes(name)
}

/** Whether a name may have been read from bytes that are not UTF-8, as old Linux disks have them: each bad one became this sign. */
export function hasReplacement(name: string): boolean {
  return name.includes('\ufffd')
}
