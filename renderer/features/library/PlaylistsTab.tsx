import { useAtomValue } from 'jotai'
import { ListMusic, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { contextAtom, playlistsAtom, useServices, wantsPlayAtom } from '../../state/index.ts'
import { Button, DrawnButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Collage } from '../../ui/collage/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { CardGrid } from './CardGrid.tsx'
import { cardPx } from './cards.tsx'
import cards from './cards.module.css'
import styles from './library.module.css'
import { LibraryHead } from './LibraryHead.tsx'
import { NoMatches, Pending } from './ListState.tsx'

const nothing = () => undefined

/** The playlists. */
export function PlaylistsTab() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const all = useAtomValue(playlistsAtom)
  const context = useAtomValue(contextAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const [filter, setFilter] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = filter.trim().toLocaleLowerCase(i18n.language)
  const playlists = (all ?? []).filter(({ name }) => name.toLocaleLowerCase(i18n.language).includes(wanted))
  const isContext = (id: string) => context?.kind === 'playlist' && context.id === id
  return (
    <>
      <LibraryHead
        tab="playlists"
        count={all === null ? '' : t('library.playlists', { count: playlists.length })}
        filter={filter}
        onFilter={setFilter}
        actions={
          <Button onClick={() => commands.run('new-playlist')}>
            <Plus aria-hidden />
            {t('playlist.newName')}
          </Button>
        }
      />
      <div ref={scroller} className={styles.body}>
        {all === null && <Pending shape="grid" />}
        {all?.length === 0 && (
          <Words
            icon={<ListMusic aria-hidden />}
            title={t('library.noPlaylists')}
            text={t('library.noPlaylistsText')}
          />
        )}
        {all !== null && all.length > 0 && playlists.length === 0 && (
          <NoMatches filter={filter} onClear={() => setFilter('')} />
        )}
        {playlists.length > 0 && (
          <CardGrid
            label={t('library.tabPlaylists')}
            total={playlists.length}
            scroller={scroller}
            look={nothing}
            renderCard={(index, tabIndex) => {
              const playlist = playlists[index]
              if (!playlist) return null
              const isHere = isContext(playlist.id)
              return (
                <PlaylistCard
                  playlist={playlist}
                  index={index}
                  tabIndex={tabIndex}
                  isContext={isHere}
                  playing={isHere && moving}
                />
              )
            }}
            onOpen={(index) => {
              const playlist = playlists[index]
              if (playlist) commands.runWith('open-page', { page: { kind: 'playlist', id: playlist.id } })
            }}
            onPlay={(index) => {
              const playlist = playlists[index]
              if (!playlist) return
              if (isContext(playlist.id)) commands.run('play-pause')
              else commands.runWith('play-playlist', { id: playlist.id, shuffle: false })
            }}
          />
        )}
      </div>
    </>
  )
}

interface PlaylistCardProps {
  readonly playlist: PlaylistSummary
  readonly index: number
  readonly tabIndex: 0 | -1
  readonly isContext: boolean
  readonly playing: boolean
}

function PlaylistCard({ playlist, index, tabIndex, isContext, playing }: PlaylistCardProps) {
  const { t } = useTranslation()
  const { name: title, coverPaths, rules, trackCount } = playlist
  return (
    <article className={classes(cards.card, isContext && cards.isContext)}>
      <button type="button" className={cards.open} data-card={index} tabIndex={tabIndex}>
        <Collage
          paths={coverPaths}
          seed={title}
          fills={cardPx}
          smart={rules !== null}
          shadow
          className={cards.cardCover}
        />
        <Name className={cards.cardName}>{title}</Name>
        <span className={cards.cardMeta}>
          <span>{t('album.tracks', { count: trackCount })}</span>
        </span>
      </button>
      {trackCount > 0 && (
        <DrawnButton
          drawing={playing ? 'pause' : 'play'}
          data-play={index}
          tabIndex={tabIndex}
          className={cards.cardPlay}
          label={playing ? t('album.pause', { title }) : t('album.play', { title })}
        />
      )}
    </article>
  )
}
