import { useAtomValue } from 'jotai'
import { Repeat, Repeat1, Shuffle, SkipBack, SkipForward } from 'lucide-react'
import type { CommandId } from '../../../src/commands/index.ts'
import {
  canNextAtom,
  canPlayAtom,
  canPreviousAtom,
  repeatAtom,
  shuffleAtom,
  useServices,
  wantsPlayAtom,
} from '../../state/index.ts'
import { IconButton, PlayButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Tip } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { useBindingOf, useKeyNames } from '../commands/index.ts'
import styles from './player-bar.module.css'

const repeatWords = { off: 'player.repeatOff', all: 'player.repeatAll', one: 'player.repeatOne' } as const

/** Shuffle, previous, play, next, repeat: in the bar and, larger, in the full-screen view. */
export function Transport({ large = false }: { large?: boolean }) {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const playing = useAtomValue(wantsPlayAtom)
  const canNext = useAtomValue(canNextAtom)
  const canPrevious = useAtomValue(canPreviousAtom)
  const shuffle = useAtomValue(shuffleAtom)
  const repeat = useAtomValue(repeatAtom)
  const canPlay = useAtomValue(canPlayAtom)
  const keysOf = useShortcutKeys()
  const playLabel = playing ? t('player.pause') : t('player.play')
  const repeatLabel = t(repeatWords[repeat])
  return (
    <fieldset className={classes(styles.transport, large && styles.transportLarge)} aria-label={t('player.transport')}>
      <IconButton
        label={shuffle ? t('player.shuffleOn') : t('player.shuffleOff')}
        keys={keysOf('shuffle')}
        aria-pressed={shuffle}
        state={shuffle ? 'on' : 'off'}
        onClick={() => commands.run('shuffle')}
      >
        <Shuffle aria-hidden />
      </IconButton>
      <IconButton
        label={t('player.previous')}
        keys={keysOf('previous')}
        disabled={!canPrevious}
        onClick={() => commands.run('previous')}
      >
        <SkipBack aria-hidden className={styles.solid} />
      </IconButton>
      <Tip text={playLabel} keys={keysOf('play-pause')}>
        <PlayButton
          playing={playing}
          label={playLabel}
          size={large ? 56 : 40}
          disabled={!canPlay}
          onPointerEnter={() => player.warmUp()}
          onClick={() => commands.run('play-pause')}
        />
      </Tip>
      <IconButton
        label={t('player.next')}
        keys={keysOf('next')}
        disabled={!canNext}
        onClick={() => commands.run('next')}
      >
        <SkipForward aria-hidden className={styles.solid} />
      </IconButton>
      <IconButton
        label={repeatLabel}
        keys={keysOf('repeat')}
        aria-pressed={repeat !== 'off'}
        state={repeat === 'off' ? 'off' : 'on'}
        onClick={() => commands.run('repeat')}
      >
        {repeat === 'one' ? <Repeat1 aria-hidden /> : <Repeat aria-hidden />}
      </IconButton>
    </fieldset>
  )
}

/** The names on the caps shown in tips. */
export function useShortcutKeys() {
  const names = useKeyNames()
  const bindingOf = useBindingOf()
  return (command: CommandId) => {
    const binding = bindingOf(command)
    return binding === null ? null : names(binding)
  }
}
