/** Longest file name kept, in UTF-8 bytes: file systems end at 255, and a suffix may follow. */
const nameLimitBytes = 200
/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** The last part of a relative path as a page gives it, as it was. */
export function lastName(relativePath: string): string {
  return relativePath.split(/[/\\]/u).at(-1) ?? ''
}

/** A file name that every file system takes, as close to the original as can be; never empty, never `..`. */
export function safeName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '_')
  const cut = /\.[a-z0-9]{1,5}$/iu.exec(plain)?.[0] ?? ''
  const base = shorten(plain.slice(0, plain.length - cut.length), nameLimitBytes - cut.length) || '_'
  return `${deviceName.test(base + cut) ? '_' : ''}${base}${cut}`
}

/** Shortens text to so many UTF-8 bytes without cutting a character in two. */
function shorten(text: string, limitBytes: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > limitBytes) return kept.trimEnd()
    kept += character
  }
  return kept
}
