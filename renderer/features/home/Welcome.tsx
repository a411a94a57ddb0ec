import { useAtomValue } from 'jotai'
import { FileMusic, Folder, FolderSearch, Lock, Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  appInfoAtom,
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
import styles from './home.module.css'

/** The first run. */
export function Welcome() {
  const { t } = useTranslation()
  const demo = useAtomValue(demoCollectionAtom)
  const missing = useAtomValue(demoAlbumAtom) === 'missing'
  return (
    <section className={styles.page} aria-label={t('home.label')}>
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
          <Cover key={place} path={demo.coverPath} seed={demo.title} className={styles.sleeve} />
        ))}
      </div>
      <div className={styles.welcomeWords}>
        <p className={styles.label}>{t('home.included')}</p>
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

/** The ways in which one's own music gets here, in the words of the host that runs. */
function BringMusic() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const inBrowser = useAtomValue(appInfoAtom)?.host === 'browser'
  return (
    <section className={styles.section}>
      <h2>{t('home.bring')}</h2>
      <div className={styles.ways}>
        <Way
          icon={<FileMusic aria-hidden />}
          title={t('home.files')}
          text={inBrowser ? t('home.filesTextBrowser') : t('home.filesText')}
          button={t('home.filesButton')}
          onClick={() => commands.run('open-files')}
        />
        <Way
          icon={<Folder aria-hidden />}
          title={t('home.folder')}
          text={inBrowser ? t('home.folderTextBrowser') : t('home.folderText')}
          button={t('home.folderButton')}
          onClick={() => commands.run('open-folder')}
        />
        {inBrowser && (
          <Way
            icon={<FolderSearch aria-hidden />}
            title={t('home.path')}
            text={t('home.pathText')}
            button={t('home.pathButton')}
            onClick={() => commands.run('open-path')}
          />
        )}
      </div>
    </section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly button: string
  readonly onClick: () => void
}

function Way({ icon, title, text, button, onClick }: WayProps) {
  return (
    <article className={styles.way}>
      <span className={styles.wayIcon}>{icon}</span>
      <h3>{title}</h3>
      <p>{text}</p>
      <Button onClick={onClick}>{button}</Button>
    </article>
  )
}
