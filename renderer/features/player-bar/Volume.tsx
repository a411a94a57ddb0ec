import { useAtomValue } from 'jotai'
import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { mutedAtom, useServices, volumeAtom } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Slider } from '../../ui/slider/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './player-bar.module.css'
import { useShortcutKeys } from './Transport.tsx'
import { useNarrow } from './useNarrow.ts'

/** Mute and volume. In a narrow window the slider opens beside the button under the pointer or the focus. */
export function Volume() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const volume = useAtomValue(volumeAtom)
  const muted = useAtomValue(mutedAtom)
  const keysOf = useShortcutKeys()
  const sliderOpensAbove = useNarrow()
  const silent = muted || volume === 0
  const LoudIcon = volume < 0.5 ? Volume1 : Volume2
  const percent = numberFormat(i18n.language, { style: 'percent' })
  return (
    <div className={styles.volume}>
      <IconButton
        label={muted ? t('player.unmute') : t('player.mute')}
        keys={keysOf('mute')}
        plain={sliderOpensAbove}
        aria-pressed={muted}
        onClick={() => commands.run('mute')}
      >
        {silent ? <VolumeX aria-hidden /> : <LoudIcon aria-hidden />}
      </IconButton>
      <div className={styles.volumeSlider}>
        <Slider
          label={t('player.volume')}
          value={muted ? 0 : volume}
          max={1}
          step={0.01}
          largeStep={0.1}
          width={88}
          valueText={(value) => percent.format(value)}
          onChange={(next) => commands.runWith('set-volume', { volume: next })}
        />
      </div>
    </div>
  )
}
