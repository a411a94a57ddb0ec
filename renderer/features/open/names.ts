import type { Openable } from '../commands/types.ts'

/** The title for what was opened together: the folder's name when it is one folder; null when there is no such name. */
export function titleOf(what: Openable): string | null {
  if (what.kind === 'uploads') return what.title
  const only = what.paths.length === 1 ? what.paths[0] : undefined
  if (only === undefined) return null
  const name = only.split(/[\\/]/).findLast((part) => part !== '')
  return name === undefined || /\.[a-z0-9]{2,5}$/i.test(name) ? null : name
}

/** Extensions worth handing over; others (covers, lists, texts) stay where they are. The backend looks inside, not at the name. */
const audioExtension = /\.(flac|wav|wave|mp3|m4a|m4b|mp4|aac|ogg|oga|opus|webm|mka)$/i

/** True for names that look like music. */
export function looksLikeAudio(name: string): boolean {
  return audioExtension.test(name)
}
