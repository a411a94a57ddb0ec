import type { TFunction } from 'i18next'
import type { Bridge, Failure } from '../../src/contract/index.ts'
import type { Host } from '../bridge/index.ts'
import type { Commands } from '../features/commands/index.ts'
import { failureWords } from '../features/notices/index.ts'
import type { Notices } from '../features/notices/index.ts'
import type { Player } from '../player/controller/types.ts'
import {
  appInfoAtom,
  connectionAtom,
  demoAlbumAtom,
  playerViewAtom,
  playlistsAtom,
  recentAtom,
  store,
  storedLikesAtom,
  storedSettingsAtom,
  systemDarkAtom,
  withLikes,
} from '../state/index.ts'

const recentLimit = 48

/** Keeps the store in step with the player. */
export function followPlayer(player: Player): void {
  const read = () => store.set(playerViewAtom, player.view)
  read()
  player.subscribe(read)
}

/** Keeps the store in step with the backend: settings, demo album, history, likes, playlists, facts, connection. */
export function followBackend(host: Host): void {
  const { bridge } = host
  let told: Failure | null = null
  const load = async () => {
    const [info, settings, demo, recent, likes, playlists] = await Promise.all([
      bridge.call('app.info', null),
      bridge.call('settings.get', null),
      bridge.call('demo.album', null),
      bridge.call('history.recent', { limit: recentLimit }),
      bridge.call('likes.ids', null),
      bridge.call('playlists.list', null),
    ])
    // What was told while the facts were on their way is newer than they are.
    if (info.ok) store.set(appInfoAtom, { ...info.value, notice: told ?? info.value.notice })
    if (settings.ok) store.set(storedSettingsAtom, settings.value)
    store.set(demoAlbumAtom, demo.ok ? demo.value : 'missing')
    store.set(recentAtom, recent.ok ? recent.value : [])
    if (likes.ok) store.set(storedLikesAtom, new Set(likes.value))
    if (playlists.ok) store.set(playlistsAtom, playlists.value)
  }
  void load()
  let wasLost = false
  host.onConnection((state) => {
    store.set(connectionAtom, state)
    // Whatever changed while nobody was listening.
    if (state === 'open' && wasLost) void load()
    wasLost = state === 'lost'
  })
  bridge.on('app.notice', (notice) => {
    told = notice
    store.set(appInfoAtom, (info) => info && { ...info, notice })
  })
  bridge.on('settings.changed', (settings) => store.set(storedSettingsAtom, settings))
  bridge.on('likes.changed', ({ trackIds, liked }) => {
    store.set(storedLikesAtom, (likes) => withLikes(likes, trackIds, liked))
  })
  bridge.on('playlists.changed', (playlists) => store.set(playlistsAtom, playlists))
  bridge.on('history.changed', (play) => {
    store.set(recentAtom, (recent) =>
      [play, ...(recent ?? []).filter((other) => other.track.id !== play.track.id)].slice(0, recentLimit),
    )
  })
}

/** Keeps the store in step with the desktop's light or dark. */
export function followSystemTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const read = () => store.set(systemDarkAtom, dark.matches)
  read()
  dark.addEventListener('change', read)
}

/** Tells the person what the player has to say. */
export function followNotices(player: Player, notices: Notices, t: TFunction): void {
  player.onNotice((notice) => {
    switch (notice.kind) {
      case 'skipped': {
        const { what, more } = failureWords(notice.error, t)
        const title = notice.entry.track.title || t('album.untitled')
        notices.tell({ tone: 'bad', title: t('notice.skipped', { title }), text: `${what}. ${more}`, topic: 'skipped' })
        return
      }
      case 'stopped':
        notices.withdraw('skipped')
        notices.fail(notice.error)
        return
      case 'outputLost':
        notices.tell({ tone: 'bad', title: t('notice.outputLost'), text: t('notice.outputLostText') })
        return
      case 'missing':
        notices.tell({
          tone: 'plain',
          title: t('notice.missing', { count: notice.count }),
          text: t('notice.missingText'),
        })
        return
      case 'notSaved':
        notices.fail(notice.error)
    }
  })
}

/** Plays what the system handed over: files opened with the app, or passed to a second start of it. */
export function followHandedOver(bridge: Bridge, commands: Commands): void {
  bridge.on('files.handedOver', ({ paths }) => {
    if (paths.length > 0) commands.runWith('open', { what: { kind: 'paths', paths }, intent: 'play' })
  })
}
