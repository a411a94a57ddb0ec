import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'

/** Links to what servers found. */
export function linkCommands({ notices, t }: CommandEnvironment) {
  const copy = async ({ track }: ArgumentCommands['copy-link']) => {
    if (track.location === null) return
    try {
      await navigator.clipboard.writeText(track.location)
      notices.tell({ tone: 'good', title: t('tracks.linkCopied') })
    } catch {
      // A page that is not in front, or a browser that refuses: the link is told instead.
      notices.tell({ tone: 'plain', title: t('tracks.linkNotCopied'), text: track.location })
    }
  }
  return { 'copy-link': (argument: ArgumentCommands['copy-link']) => void copy(argument) }
}
