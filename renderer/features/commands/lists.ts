import type { QueueContext } from '../../../src/contract/index.ts'
import { failure, type Reply, success } from '../../../src/failure/index.ts'
import type { ArtistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import {
  contextOf,
  findCollection,
  historyAtom,
  stageAtom,
  surroundingsOf,
  surroundingTracks,
  visit,
} from '../../state/index.ts'
import type { TrackRows } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import { queueCommands } from './queue.ts'
import { cutWords, takeRows } from './taking.ts'
import type { ArgumentCommands } from './types.ts'

/** A list up to this long that is all here is played as it is. */
const shortList = 200
/** Artists asked for at a time when one of a certain name is looked for. */
const artistsAtOnce = 200

/** Lists of the library: of any length, and not all here. */
export function listCommands(environment: CommandEnvironment) {
  const { bridge, player, store, notices, t } = environment
  const queueTracks = queueCommands(environment)['queue-tracks']

  const playList = async ({ rows, index, context, shuffle }: ArgumentCommands['play-list']) => {
    const options = { context, ...(shuffle !== undefined && { shuffle }) }
    const track = rows.trackAt(index) ?? (await rows.take(index, index + 1))[0]
    if (track === undefined) return
    if (track.missing) {
      notices.fail(failure('file-missing'))
      return
    }
    const whole = wholeList(rows, index)
    if (whole !== null) player.playNow(whole.tracks, { ...options, startIndex: whole.startIndex })
    else player.playNow([track], { ...options, startIndex: 0, surroundings: surroundingsOf(rows, index) })
    if (rows.total > surroundingTracks) tellPart(rows.total)
  }
  /** Said once: the next thing that is played from a long list comes with no surprise. */
  let isPartTold = false
  const tellPart = (total: number) => {
    if (isPartTold) return
    isPartTold = true
    const words = { part: surroundingTracks, total }
    notices.tell({ tone: 'plain', title: t('queue.part', words), text: t('queue.partText') })
  }
  const take = async ({ rows, ranges, give }: ArgumentCommands['take-rows']) => {
    const tracks = await takeRows(environment, rows, ranges)
    if (tracks === null) return
    const cut = cutWords(environment, tracks.length, ranges)
    if (cut !== undefined) notices.tell({ tone: 'plain', title: cut })
    give(tracks)
  }
  const queueList = async ({ rows, ranges, place }: ArgumentCommands['queue-list']) => {
    const tracks = await takeRows(environment, rows, ranges, surroundingTracks)
    if (tracks === null) return
    queueTracks({ tracks: tracks.filter(isThere), place, text: cutWords(environment, tracks.length, ranges) })
  }
  const playAlbum = async ({ id, title }: ArgumentCommands['play-album']) => {
    const reply = await bridge.call('library.album', { id })
    if (reply.ok && reply.value !== null) {
      const tracks = reply.value.tracks.filter((track) => !track.missing)
      if (tracks.length === 0) notices.fail(failure('file-missing'))
      else player.playNow(tracks, { startIndex: 0, context: albumContext(id, title) })
      return
    }
    const known = findCollection((wanted) => store.get(wanted), id)
    if (known) player.playNow(known.tracks, { startIndex: 0, context: contextOf(known) })
    else notices.fail(reply.ok ? failure('not-found') : reply.error)
  }
  const openArtist = async ({ name }: ArgumentCommands['open-artist']) => {
    const reply = await artistNamed(name)
    if (reply.ok && reply.value !== null) {
      const { id } = reply.value
      store.set(stageAtom, false)
      store.set(historyAtom, (history) => visit(history, { kind: 'artist', id }))
    } else notices.fail(reply.ok ? failure('not-found') : reply.error)
  }
  /** Goes through all whose name contains it, those with most tracks first: a short name is part of many others. */
  const artistNamed = async (name: string): Promise<Reply<ArtistSummary | null>> => {
    const query = { sort: 'tracks', descending: true, filter: name.slice(0, 200) } as const
    for (let from = 0; ; from += artistsAtOnce) {
      const reply = await bridge.call('library.artists', { query, range: { from, to: from + artistsAtOnce } })
      if (!reply.ok) return reply
      const artist = reply.value.rows.find((one) => sameName(one.name, name))
      if (artist !== undefined || from + artistsAtOnce >= reply.value.total) return success(artist ?? null)
    }
  }
  return {
    'play-list': (argument: ArgumentCommands['play-list']) => void playList(argument),
    'take-rows': (argument: ArgumentCommands['take-rows']) => void take(argument),
    'queue-list': (argument: ArgumentCommands['queue-list']) => void queueList(argument),
    'play-album': (argument: ArgumentCommands['play-album']) => void playAlbum(argument),
    'open-artist': (argument: ArgumentCommands['open-artist']) => void openArtist(argument),
  }
}

const isThere = (track: Track) => !track.missing

/** Where the tracks of an album of the library come from, for the queue. */
const albumContext = (id: string, title: string): QueueContext => ({ kind: 'album', id, title })

const sameName = (one: string, other: string) => one.normalize().toLowerCase() === other.normalize().toLowerCase()

/** All playable tracks of a short list, when they are all here, and which of them stands at `index`. */
function wholeList(
  rows: TrackRows,
  index: number,
): { readonly tracks: readonly Track[]; readonly startIndex: number } | null {
  if (rows.total > shortList) return null
  const tracks: Track[] = []
  let startIndex = 0
  for (let place = 0; place < rows.total; place += 1) {
    const track = rows.trackAt(place)
    if (track === undefined) return null
    if (place === index) startIndex = tracks.length
    if (!track.missing) tracks.push(track)
  }
  return { tracks, startIndex }
}
