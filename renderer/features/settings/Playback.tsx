import { useAtomValue } from 'jotai'
import { useEffect, useState } from 'react'
import { crossfadeLimitMs } from '../../../src/settings/defaults.ts'
import type { OutputDevice } from '../../player/engine/types.ts'
import { settingsAtom, useServices } from '../../state/index.ts'
import { Choice, Segmented } from '../../ui/choice/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Slider } from '../../ui/slider/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Measuring } from './Measuring.tsx'
import { Option } from './Option.tsx'
import styles from './settings.module.css'

const systemValue = 'system'

/** How the music sounds and where it comes out. */
export function Playback() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const { loudness } = useAtomValue(settingsAtom)
  const seconds = numberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const gain = numberFormat(i18n.language, { signDisplay: 'exceptZero', minimumFractionDigits: 1 })
  const crossfadeWords = (ms: number) =>
    ms === 0 ? t('settings.crossfadeOff') : t('settings.crossfadeValue', { seconds: seconds.format(ms / 1000) })
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('settings.playback')}</h2>
        <p>{t('settings.playbackText')}</p>
      </header>
      <OutputOption />
      <Option name={t('settings.crossfade')} meta={t('settings.crossfadeText')}>
        <Amount setting="crossfadeMs" min={0} max={crossfadeLimitMs} step={500} words={crossfadeWords} />
      </Option>
      <Option name={t('settings.loudness')} meta={t('settings.loudnessText')}>
        <Segmented
          label={t('settings.loudness')}
          value={loudness}
          options={[
            { value: 'off', label: t('settings.loudnessOff') },
            { value: 'track', label: t('settings.loudnessTrack') },
            { value: 'album', label: t('settings.loudnessAlbum') },
          ]}
          onChange={(next) => commands.runWith('change-settings', { loudness: next })}
        />
      </Option>
      <Measuring />
      <Option
        name={t('settings.preamp')}
        meta={loudness === 'off' ? t('settings.preampOff') : t('settings.preampText')}
      >
        <Amount
          setting="preampDb"
          min={-15}
          max={15}
          step={0.5}
          disabled={loudness === 'off'}
          words={(db) => t('settings.preampValue', { gain: gain.format(db) })}
        />
      </Option>
    </section>
  )
}

function OutputOption() {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const chosen = useAtomValue(settingsAtom).outputDevice
  const [devices, setDevices] = useState<readonly OutputDevice[] | null>(null)
  const readDevices = () => void player.outputDevices().then(setDevices)
  useEffect(() => {
    let current = true
    void player.outputDevices().then((found) => current && setDevices(found))
    return () => {
      current = false
    }
  }, [player])
  const options = [
    { value: systemValue, label: t('settings.outputSystem') },
    ...(devices ?? []).map(({ id, label }) => ({ value: id, label })),
  ]
  if (chosen && !options.some((option) => option.value === chosen.id)) {
    // Not connected now; it stays chosen for when it comes back.
    const label = devices === null ? chosen.label : t('settings.outputMissing', { device: chosen.label })
    options.push({ value: chosen.id, label })
  }
  const choose = (value: string) => {
    if (value === chosen?.id) return
    const device = devices?.find((one) => one.id === value)
    commands.runWith('change-settings', { outputDevice: device ? { id: device.id, label: device.label } : null })
  }
  return (
    <Option name={t('settings.output')} meta={t('settings.outputText')}>
      <Choice
        label={t('settings.output')}
        value={chosen?.id ?? systemValue}
        options={options}
        onChange={choose}
        onOpen={readDevices}
      />
    </Option>
  )
}

interface AmountProps {
  readonly setting: 'crossfadeMs' | 'preampDb'
  readonly min: number
  readonly max: number
  readonly step: number
  readonly disabled?: boolean
  readonly words: (value: number) => string
}

/** A setting on a line. While it is dragged only the figure follows; it is stored once it rests. */
function Amount({ setting, min, max, step, disabled = false, words }: AmountProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const stored = useAtomValue(settingsAtom)[setting]
  const [moved, setMoved] = useState<number | null>(null)
  const value = moved ?? stored
  return (
    <div className={styles.amount}>
      <Slider
        label={setting === 'crossfadeMs' ? t('settings.crossfade') : t('settings.preamp')}
        value={value}
        min={min}
        max={max}
        step={step}
        largeStep={step * 4}
        width={168}
        thumb="always"
        disabled={disabled}
        valueText={words}
        onChange={setMoved}
        onCommit={(next) => {
          setMoved(null)
          commands.runWith('change-settings', { [setting]: next })
        }}
      />
      <span className={styles.figure}>{words(value)}</span>
    </div>
  )
}
