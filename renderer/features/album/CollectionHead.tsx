import { useAtomValue } from 'jotai'
import { ListPlus, Shuffle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contextAtom, contextOf, totalMs, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { Collection } from '../../state/index.ts'
import { Button, IconButton, PlayButton } from '../../ui/button/index.ts'
import { Cover } from '../../ui/cover/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import styles from './album.module.css'

/** Cover, title, what it holds, and what can be done with all of it. */
export function CollectionHead({ collection }: { collection: Collection }) {
  const { t, i18n } = useTranslation()
  const { commands, player } = useServices()
  const isContext = useAtomValue(contextAtom)?.id === collection.id
  const playing = useAtomValue(wantsPlayAtom) && isContext
  const { title, tracks } = collection
  const prepare = usePrepare(() => (isContext ? null : (tracks[0] ?? null)))
  const start = (shuffle: boolean) =>
    commands.runWith('play-tracks', {
      tracks,
      startIndex: shuffle ? Math.floor(Math.random() * tracks.length) : 0,
      context: contextOf(collection),
      ...(shuffle && { shuffle }),
    })
  return (
    <header className={styles.head}>
      <Cover path={collection.coverPath} seed={title} corners="wide" shadow className={styles.cover} />
      <div className={styles.words}>
        <p className={styles.kind}>{kindWords(collection, t)}</p>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        <div className={styles.meta}>
          {collection.artist !== null && <bdi>{collection.artist}</bdi>}
          {collection.year !== null && <span>{collection.year}</span>}
          <span>{t('album.tracks', { count: tracks.length })}</span>
          <span>{lengthInWords(totalMs(tracks), i18n.language)}</span>
        </div>
        <div className={styles.actions}>
          <PlayButton
            playing={playing}
            look="accent"
            size={44}
            label={playing ? t('album.pause', { title }) : t('album.play', { title })}
            {...prepare}
            onPointerEnter={() => player.warmUp()}
            onClick={() => (isContext ? commands.run('play-pause') : start(false))}
          />
          <Button onClick={() => start(true)}>
            <Shuffle aria-hidden />
            {t('album.shuffle')}
          </Button>
          <IconButton
            label={t('album.addToQueue')}
            onClick={() => commands.runWith('queue-tracks', { tracks, place: 'later' })}
          >
            <ListPlus aria-hidden />
          </IconButton>
        </div>
      </div>
    </header>
  )
}

function kindWords(collection: Collection, t: ReturnType<typeof useTranslation>['t']): string {
  if (collection.kind === 'files') return t('album.kindFiles')
  return collection.origin === 'demo' ? t('album.kindDemo') : t('album.kind')
}
