import { useAtomValue } from 'jotai'
import { settingsAtom, useServices } from '../../../state/index.ts'
import { Choice, Segmented } from '../../../ui/choice/index.ts'
import { byteSize } from '../../../ui/format/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { Option } from '../Option.tsx'
import styles from './nodelink.module.css'

const bufferChoices = [128, 256, 512, 1024, 2048, 4096]

/** What is preferred of a stream, and how much of it is kept. */
export function Streams() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const settings = useAtomValue(settingsAtom)
  const buffer = settings['streaming.bufferMegabytes']
  const sizes = bufferChoices.includes(buffer) ? bufferChoices : [...bufferChoices, buffer].sort((a, b) => a - b)
  return (
    <div className={styles.streams}>
      <Option name={t('nodelink.quality')} meta={t(`nodelink.qualityText.${settings['streaming.quality']}`)}>
        <Segmented
          label={t('nodelink.quality')}
          value={settings['streaming.quality']}
          options={[
            { value: 'auto', label: t('nodelink.qualityAuto') },
            { value: 'original', label: t('nodelink.qualityOriginal') },
            { value: 'save-data', label: t('nodelink.qualitySaveData') },
          ]}
          onChange={(next) => commands.runWith('change-settings', { 'streaming.quality': next })}
        />
      </Option>
      <Option name={t('nodelink.buffer')} meta={t('nodelink.bufferText')}>
        <Choice
          label={t('nodelink.buffer')}
          value={String(buffer)}
          options={sizes.map((size) => ({ value: String(size), label: byteSize(size * 1e6, i18n.language) }))}
          onChange={(next) => commands.runWith('change-settings', { 'streaming.bufferMegabytes': Number(next) })}
        />
      </Option>
    </div>
  )
}
