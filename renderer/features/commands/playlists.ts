import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import {
  contextAtom,
  pageAtom,
  playlistsAtom,
  renamingPlaylistAtom,
  smartDraftAtom,
  surroundingTracks,
} from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import { allEntries, inLots } from './playlistEntries.ts'
import type { ArgumentCommands } from './types.ts'
import { showPage } from './view.ts'

/** Playlists as wholes: made, named, played, put away. What is put away can be brought back. */
export function playlistCommands(environment: CommandEnvironment) {
  const { bridge, player, store, notices, t } = environment
  const named = (id: string) => store.get(playlistsAtom)?.find((playlist) => playlist.id === id) ?? null

  /** The list shows what was answered at once; the event that follows brings it in its order. */
  const adopt = (playlist: PlaylistSummary) =>
    store.set(playlistsAtom, (list) => {
      const others = list ?? []
      return others.some((one) => one.id === playlist.id)
        ? others.map((one) => (one.id === playlist.id ? playlist : one))
        : [...others, playlist]
    })

  const create = async (tracks: readonly Track[], ownName?: string) => {
    const [first = [], ...rest] = inLots(tracks.map((track) => track.id))
    const given = ownName?.trim().slice(0, 200) ?? ''
    const name = given === '' ? t('playlist.newName') : given
    const reply = await bridge.call('playlists.create', { name, trackIds: first, rules: null })
    if (!reply.ok) return notices.fail(reply.error)
    const { id } = reply.value
    for (const trackIds of rest) {
      const added = await bridge.call('playlists.add', { id, trackIds, beforeEntryId: null, allowDuplicates: true })
      if (!added.ok) return notices.fail(added.error)
    }
    adopt(reply.value)
    if (given === '') store.set(renamingPlaylistAtom, id)
    return showPage(store, { kind: 'playlist', id })
  }

  const createSmart = async ({ name, rules }: ArgumentCommands['create-smart-playlist']) => {
    const reply = await bridge.call('playlists.create', { name, trackIds: [], rules })
    if (!reply.ok) return notices.fail(reply.error)
    adopt(reply.value)
    return showPage(store, { kind: 'playlist', id: reply.value.id })
  }

  const rename = async ({ id, name }: ArgumentCommands['rename-playlist']) => {
    const before = named(id)
    if (!before || before.name === name) return
    adopt({ ...before, name })
    const reply = await bridge.call('playlists.rename', { id, name })
    if (reply.ok) adopt(reply.value)
    else {
      adopt(before)
      notices.fail(reply.error)
    }
  }

  const changeRules = async ({ id, name, rules }: ArgumentCommands['change-rules']) => {
    const reply = await bridge.call('playlists.setRules', { id, rules })
    if (!reply.ok) return notices.fail(reply.error)
    adopt(reply.value)
    return rename({ id, name })
  }

  const duplicate = async ({ id }: ArgumentCommands['duplicate-playlist']) => {
    const original = named(id)
    if (!original) return
    const entries = original.rules === null ? await allEntries(bridge, id) : []
    if (entries === null) return
    const [first = [], ...rest] = inLots(entries.map((entry) => entry.track.id))
    const name = t('playlist.copyName', { name: original.name }).slice(0, 200)
    const reply = await bridge.call('playlists.create', { name, trackIds: first, rules: original.rules })
    if (!reply.ok) return notices.fail(reply.error)
    for (const trackIds of rest) {
      await bridge.call('playlists.add', {
        id: reply.value.id,
        trackIds,
        beforeEntryId: null,
        allowDuplicates: true,
      })
    }
    adopt(reply.value)
    showPage(store, { kind: 'playlist', id: reply.value.id })
  }

  const remove = async ({ id }: ArgumentCommands['delete-playlist']) => {
    const playlist = named(id)
    const page = store.get(pageAtom)
    const isOpen = page.kind === 'playlist' && page.id === id
    const reply = await bridge.call('playlists.delete', { id })
    if (!reply.ok) return notices.fail(reply.error)
    store.set(playlistsAtom, (list) => list && list.filter((one) => one.id !== id))
    if (isOpen) showPage(store, { kind: 'home' })
    const undo = async () => {
      const undone = await bridge.call('playlists.undo', { undoId: reply.value.undoId })
      if (!undone.ok) notices.fail(undone.error)
      else if (isOpen) showPage(store, { kind: 'playlist', id })
    }
    return notices.tell({
      tone: 'good',
      title: t('playlist.deleted', { name: playlist?.name ?? '' }),
      action: { label: t('queue.undo'), run: () => void undo(), undoes: true },
    })
  }

  const play = async ({ id, shuffle }: ArgumentCommands['play-playlist']) => {
    const context = store.get(contextAtom)
    if (!shuffle && context?.kind === 'playlist' && context.id === id) {
      player.toggle()
      return
    }
    player.warmUp()
    const { tracks, part } = await tracksOf(id, shuffle)
    if (tracks.length === 0) return
    player.playNow(tracks, {
      startIndex: shuffle ? Math.floor(Math.random() * tracks.length) : 0,
      context: { kind: 'playlist', id, title: named(id)?.name ?? '' },
      ...(shuffle && { shuffle }),
    })
    if (part !== undefined) notices.tell({ tone: 'plain', title: part })
  }

  const queue = async ({ id, place }: ArgumentCommands['queue-playlist']) => {
    const { tracks, part } = await tracksOf(id, false)
    const first = tracks[0]
    if (!first) return
    if (place === 'next') player.playNext(tracks)
    else player.playLater(tracks)
    const words = { count: tracks.length, title: first.title }
    notices.tell({
      tone: part === undefined ? 'good' : 'plain',
      title: place === 'next' ? t('queue.addedNext', words) : t('queue.added', words),
      ...(part !== undefined && { text: part }),
    })
  }

  /**
   * Everything in it that can be played, as far as the queue takes it: the first ones, or to be shuffled those from anywhere
   * on. Says so when there is nothing; `part` are words for what was not taken.
   */
  const tracksOf = async (
    id: string,
    shuffle: boolean,
  ): Promise<{ readonly tracks: readonly Track[]; readonly part: string | undefined }> => {
    const total = named(id)?.trackCount ?? 0
    const spare = Math.max(0, total - surroundingTracks)
    const first = shuffle ? Math.floor(Math.random() * (spare + 1)) : 0
    const entries = await allEntries(bridge, id, undefined, { first, end: first + surroundingTracks })
    const tracks = (entries ?? []).map((entry) => entry.track).filter((track) => !track.missing)
    if (tracks.length === 0) notices.tell({ tone: 'plain', title: t('playlist.nothingToPlay') })
    return { tracks, part: spare > 0 ? t('queue.part', { part: surroundingTracks, total }) : undefined }
  }

  return {
    'new-playlist': () => void create([]),
    'new-smart-playlist': () => store.set(smartDraftAtom, { id: null }),
    'create-playlist': ({ tracks, name }: ArgumentCommands['create-playlist']) => void create(tracks, name),
    'create-smart-playlist': (made: ArgumentCommands['create-smart-playlist']) => void createSmart(made),
    'rename-playlist': (renamed: ArgumentCommands['rename-playlist']) => void rename(renamed),
    'change-rules': (changed: ArgumentCommands['change-rules']) => void changeRules(changed),
    'duplicate-playlist': (which: ArgumentCommands['duplicate-playlist']) => void duplicate(which),
    'delete-playlist': (which: ArgumentCommands['delete-playlist']) => void remove(which),
    'play-playlist': (which: ArgumentCommands['play-playlist']) => void play(which),
    'queue-playlist': (which: ArgumentCommands['queue-playlist']) => void queue(which),
  }
}
