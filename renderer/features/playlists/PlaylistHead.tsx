import { useAtomValue } from 'jotai'
import { ListPlus, Shuffle } from 'lucide-react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { contextAtom, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'
import { Button, IconButton, PlayButton } from '../../ui/button/index.ts'
import { Collage } from '../../ui/collage/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { MoreMenu } from './MoreMenu.tsx'
import styles from './playlist.module.css'
import { PlaylistTitle } from './PlaylistTitle.tsx'
import { rulesSentence } from './sentence.ts'
import type { PlaylistView } from './view.ts'
import { ViewControls } from './ViewControls.tsx'

export interface PlaylistHeadProps {
  readonly playlist: PlaylistSummary
  readonly entries: readonly PlaylistEntry[]
  /** False while further rows are on their way. */
  readonly complete: boolean
  readonly view: PlaylistView
  readonly onView: (view: PlaylistView) => void
}

/** Cover, name, what it holds, what can be done with all of it, and how to look at it. */
export function PlaylistHead({ playlist, entries, complete, view, onView }: PlaylistHeadProps) {
  const { t, i18n } = useTranslation()
  const { commands, player } = useServices()
  const context = useAtomValue(contextAtom)
  const { id, name, rules } = playlist
  const isContext = context?.kind === 'playlist' && context.id === id
  const playing = useAtomValue(wantsPlayAtom) && isContext
  const prepare = usePrepare(() => (isContext ? null : (entries[0]?.track ?? null)))
  const missing = entries.filter((entry) => entry.track.missing).length
  const isEmpty = complete && entries.length === 0
  const isReady = complete || entries.length > 0
  return (
    <header className={styles.head}>
      <Collage
        paths={playlist.coverPaths}
        seed={name}
        fills={168}
        smart={rules !== null}
        corners="wide"
        shadow
        className={styles.cover}
      />
      <div className={styles.words}>
        <p className={styles.kind}>{rules === null ? t('playlist.kind') : t('playlist.kindSmart')}</p>
        <PlaylistTitle key={id} playlist={playlist} />
        {rules !== null && <p className={styles.sentence}>{rulesSentence(rules, t, i18n.language)}</p>}
        <div className={styles.meta}>
          <span>{t('album.tracks', { count: playlist.trackCount })}</span>
          {playlist.trackCount > 0 && <span>{lengthInWords(playlist.durationMs, i18n.language)}</span>}
          {missing > 0 && <span className={styles.doubtful}>{t('playlist.missing', { count: missing })}</span>}
        </div>
        <div className={styles.actions}>
          <PlayButton
            playing={playing}
            look="accent"
            size={44}
            disabled={isEmpty}
            label={playing ? t('album.pause', { title: name }) : t('album.play', { title: name })}
            {...prepare}
            onPointerEnter={() => player.warmUp()}
            onClick={() => commands.runWith('play-playlist', { id, shuffle: false })}
          />
          <Button disabled={isEmpty} onClick={() => commands.runWith('play-playlist', { id, shuffle: true })}>
            <Shuffle aria-hidden />
            {t('album.shuffle')}
          </Button>
          <IconButton
            label={t('album.addToQueue')}
            disabled={isEmpty}
            onClick={() => commands.runWith('queue-playlist', { id, place: 'later' })}
          >
            <ListPlus aria-hidden />
          </IconButton>
          <MoreMenu playlist={playlist} isReady={isReady} />
          {!isEmpty && <ViewControls playlist={playlist} view={view} isReady={isReady} onView={onView} />}
        </div>
      </div>
    </header>
  )
}
