import { useAtomValue } from 'jotai'
import { FolderPlus, Lock, Pause, Play } from 'lucide-react'
import {
  contextAtom,
  contextOf,
  demoAlbumAtom,
  demoCollectionAtom,
  usePrepare,
  useServices,
  wantsPlayAtom,
} from '../../state/index.ts'
import type { Collection } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Cover } from '../../ui/cover/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import home from './home.module.css'
import styles from './welcome.module.css'
import { OpenSetups } from './Setups.tsx'

/** The first run. */
export function Welcome() {
  const { t } = useTranslation()
  const demo = useAtomValue(demoCollectionAtom)
  const missing = useAtomValue(demoAlbumAtom) === 'missing'
  return (
    <section className={home.page} aria-label={t('home.label')}>
      {demo && <DemoAlbum demo={demo} />}
      {missing && <h1 className={styles.welcomeTitle}>{t('home.unavailable')}</h1>}
      <BringMusic />
      <p className={styles.note}>
        <Lock aria-hidden />
        {t('home.privacy')}
      </p>
    </section>
  )
}

function DemoAlbum({ demo }: { demo: Collection }) {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const isContext = useAtomValue(contextAtom)?.id === demo.id
  const playing = useAtomValue(wantsPlayAtom) && isContext
  const prepare = usePrepare(() => (isContext ? null : (demo.tracks[0] ?? null)))
  const play = () => {
    if (isContext) commands.run('play-pause')
    else commands.runWith('play-tracks', { tracks: demo.tracks, startIndex: 0, context: contextOf(demo) })
  }
  return (
    <div className={styles.welcome}>
      <div className={styles.art}>
        {['back', 'middle', 'front'].map((place) => (
          <Cover key={place} path={demo.coverPath} seed={demo.title} fills={216} className={styles.sleeve} />
        ))}
      </div>
      <div className={styles.welcomeWords}>
        <p className={home.label}>{t('home.included')}</p>
        <h1 className={styles.welcomeTitle}>
          <bdi>{demo.title}</bdi>
        </h1>
        <p className={styles.lead}>{t('home.lead', { pieces: t('home.pieces', { count: demo.tracks.length }) })}</p>
        <div className={styles.actions}>
          <Button look="accent" size="large" {...prepare} onPointerEnter={() => player.warmUp()} onClick={play}>
            {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
            <span className={styles.either}>
              <span>{playing ? t('home.pauseAlbum') : t('home.playAlbum')}</span>
              {/* Keeps the width of both words, so that the neighbour does not jump. */}
              <span className={styles.other} aria-hidden>
                {playing ? t('home.playAlbum') : t('home.pauseAlbum')}
              </span>
            </span>
          </Button>
          <Button
            look="ghost"
            size="large"
            onClick={() => commands.runWith('open-page', { page: { kind: 'collection', id: demo.id } })}
          >
            {t('home.seeTracks')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The ways in which one's own music gets here: a folder for the library above all. */
function BringMusic() {
  const { t } = useTranslation()
  const { commands } = useServices()
  return (
    <>
      <section className={home.section}>
        <h2>{t('home.bring')}</h2>
        <article className={styles.way}>
          <span className={styles.wayIcon}>
            <FolderPlus aria-hidden />
          </span>
          <div className={styles.wayWords}>
            <h3>{t('home.addFolder')}</h3>
            <p>{t('home.addFolderText')}</p>
          </div>
          <Button onClick={() => commands.run('add-music-folder')}>{t('home.addFolderButton')}</Button>
        </article>
      </section>
      <section className={styles.open}>
        <h2 className={home.label}>{t('home.orOpen')}</h2>
        <div className={styles.ways}>
          <OpenSetups />
        </div>
      </section>
    </>
  )
}
