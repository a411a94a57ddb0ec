import { ContextMenu } from '@base-ui/react/context-menu'
import { Disc3, Link, ListPlus, ListStart, Play, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { useServices } from '../../state/index.ts'
import { ContextPopup, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { AddToPlaylist, LikeItem } from '../playlists/menu.ts'

export interface TrackMenuProps {
  /** The track the menu was opened at; null while it is under way. */
  readonly track: Track | null
  /** How many tracks the menu is about. */
  readonly count: number
  readonly take: () => Promise<readonly Track[]>
  /** Those of them that are here. */
  readonly here: () => readonly Track[]
  readonly onPlay: () => void
  readonly onQueue: (place: 'next' | 'later') => void
  /** Further items of the page. */
  readonly children?: ReactNode
}

/** What can be done with one or several tracks of a list. */
export function TrackMenu({ track, count, take, here, onPlay, onQueue, children }: TrackMenuProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const itemClass = overlayStyles['item']
  const only = count === 1 ? track : null
  const albumId = only?.albumId ?? null
  // Whom a server names need not be in the library.
  const artist = only?.origin === 'node' ? undefined : only?.artists[0]
  const linked = only?.origin === 'node' && only.location !== null ? only : null
  return (
    <ContextPopup>
      <ContextMenu.Item className={itemClass} onClick={onPlay}>
        <Play aria-hidden />
        {t('album.playNow')}
      </ContextMenu.Item>
      <ContextMenu.Item className={itemClass} onClick={() => onQueue('next')}>
        <ListStart aria-hidden />
        {t('album.playNext')}
      </ContextMenu.Item>
      <ContextMenu.Item className={itemClass} onClick={() => onQueue('later')}>
        <ListPlus aria-hidden />
        {t('album.addToQueue')}
      </ContextMenu.Item>
      <ContextMenu.Separator className={overlayStyles['separator']} />
      <LikeItem tracks={here} take={take} />
      <AddToPlaylist take={take} />
      {(albumId !== null || artist !== undefined || linked !== null) && (
        <ContextMenu.Separator className={overlayStyles['separator']} />
      )}
      {albumId !== null && (
        <ContextMenu.Item
          className={itemClass}
          onClick={() => commands.runWith('open-page', { page: { kind: 'album', id: albumId } })}
        >
          <Disc3 aria-hidden />
          {t('album.goToAlbum')}
        </ContextMenu.Item>
      )}
      {artist !== undefined && (
        <ContextMenu.Item className={itemClass} onClick={() => commands.runWith('open-artist', { name: artist })}>
          <UserRound aria-hidden />
          {t('album.goToArtist')}
        </ContextMenu.Item>
      )}
      {linked !== null && (
        <ContextMenu.Item className={itemClass} onClick={() => commands.runWith('copy-link', { track: linked })}>
          <Link aria-hidden />
          {t('tracks.copyLink')}
        </ContextMenu.Item>
      )}
      {children}
    </ContextPopup>
  )
}
