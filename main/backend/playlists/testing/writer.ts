import { writeSync } from 'node:fs'
import { silentLog } from '../../log/index.ts'
import { createTrackRepository, openStore } from '../../store/index.ts'
import { createPlaylistRoom } from '../index.ts'
import { context } from './index.ts'

/**
 * A process that changes playlists without a pause until it is killed, and says what is done. In state `n` the playlist has
 * been turned round by 10 × `n` entries; with every third state comes a playlist of all tracks.
 */
const [, , folder = '', playlistId = '', from = '0'] = process.argv
const store = openStore({ folder, log: silentLog })
const { handlers } = createPlaylistRoom({
  store,
  tracks: createTrackRepository(store),
  emit: () => undefined,
  log: silentLog,
})
const input = { id: playlistId, range: { from: 0, to: 10 } }

for (let state = Number(from); ; state += 1) {
  const { rows } = await handlers['playlists.entries'](input, context)
  const entryIds = rows.map(({ entryId }) => entryId)
  await handlers['playlists.move']({ id: playlistId, entryIds, beforeEntryId: null }, context)
  writeSync(1, `done ${state + 1}\n`)
  if (state % 3 === 0) {
    const trackIds = Array.from({ length: 9000 }, (_, index) => `t${index}`)
    await handlers['playlists.create']({ name: 'All', trackIds, rules: null }, context)
  }
}
