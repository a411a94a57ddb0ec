import { useAtomValue } from 'jotai'
import { ListVideo } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { currentTrackAtom, panelAtom, useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { NowPlayingInfo } from './NowPlayingInfo.tsx'
import styles from './player-bar.module.css'
import { Seek } from './Seek.tsx'
import { SourceButton } from './SourceButton.tsx'
import { Transport, useShortcutKeys } from './Transport.tsx'
import { useNarrow } from './useNarrow.ts'
import { Volume } from './Volume.tsx'

const Output = lazy(() => import('./Output.tsx').then((file) => ({ default: file.Output })))

/** The bottom edge: what plays and everything that steers it. */
export function PlayerBar() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const queueOpen = useAtomValue(panelAtom) === 'queue'
  const keysOf = useShortcutKeys()
  const track = useAtomValue(currentTrackAtom)
  const narrow = useNarrow()
  return (
    <footer className={styles.player} aria-label={t('player.label')}>
      <NowPlayingInfo />
      <div className={styles.centre}>
        <Transport />
        <Seek />
      </div>
      <div className={styles.end}>
        {narrow && track && <SourceButton track={track} />}
        <IconButton
          label={t('player.queue')}
          keys={keysOf('queue')}
          aria-pressed={queueOpen}
          state={queueOpen ? 'pressed' : 'off'}
          onClick={() => commands.run('queue')}
        >
          <ListVideo aria-hidden />
        </IconButton>
        <Suspense fallback={<span className={styles.place} />}>
          <Output />
        </Suspense>
        <Volume />
      </div>
    </footer>
  )
}
