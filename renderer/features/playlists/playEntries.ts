import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'
import type { Commands } from '../commands/index.ts'

/** Plays a playlist as it is shown, from one of its rows on. Rows whose file is not there are left out. */
export function playEntries(
  commands: Commands,
  { id, name }: PlaylistSummary,
  entries: readonly PlaylistEntry[],
  entryId: string,
): void {
  const playable = entries.filter((entry) => !entry.track.missing)
  const startIndex = playable.findIndex((entry) => entry.entryId === entryId)
  if (startIndex === -1) return
  commands.runWith('play-tracks', {
    tracks: playable.map((entry) => entry.track),
    startIndex,
    context: { kind: 'playlist', id, title: name },
  })
}
