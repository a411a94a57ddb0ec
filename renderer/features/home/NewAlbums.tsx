import { useAtomValue } from 'jotai'
import type { AlbumSummary } from '../../../src/library/index.ts'
import { contextAtom, useAnswer, useServices, wantsPlayAtom } from '../../state/index.ts'
import { PlayButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import home from './home.module.css'
import styles from './shelf.module.css'

const shown = 12

/** Albums that came into the library last; nothing while there are none. */
export function NewAlbums() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const answer = useAnswer('library.newAlbums', { limit: shown })
  if (answer.kind !== 'ready' || answer.value.length === 0) return null
  return (
    <section className={home.section}>
      <div className={styles.sectionHead}>
        <h2>{t('home.newInLibrary')}</h2>
        <button
          type="button"
          className={styles.showAll}
          onClick={() => commands.runWith('open-page', { page: { kind: 'library', tab: 'albums' } })}
        >
          {t('home.showAll')}
        </button>
      </div>
      <div className={styles.shelf}>
        {answer.value.map((album) => (
          <NewAlbum key={album.id} album={album} />
        ))}
      </div>
    </section>
  )
}

function NewAlbum({ album }: { album: AlbumSummary }) {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const context = useAtomValue(contextAtom)
  const isContext = context?.kind === 'album' && context.id === album.id
  const playing = useAtomValue(wantsPlayAtom) && isContext
  const title = album.title || t('album.untitled')
  const unnamed = album.isCompilation ? t('album.variousArtists') : t('album.unknownArtist')
  return (
    <article className={classes(styles.card, isContext && styles.cardPlaying)}>
      <button
        type="button"
        className={styles.cardOpen}
        onClick={() => commands.runWith('open-page', { page: { kind: 'album', id: album.id } })}
      >
        <Cover path={album.coverPath} seed={title} fills={160} shadow className={styles.cardCover} />
        <Name className={styles.cardName}>{title}</Name>
        <Name className={styles.cardMeta}>{album.artist ?? unnamed}</Name>
      </button>
      <PlayButton
        playing={playing}
        size={40}
        className={styles.cardPlay}
        label={playing ? t('home.pauseItem', { title }) : t('home.playItem', { title })}
        onPointerEnter={() => player.warmUp()}
        onClick={() => {
          if (isContext) commands.run('play-pause')
          else commands.runWith('play-album', { id: album.id, title })
        }}
      />
    </article>
  )
}
