import { useAtomValue } from 'jotai'
import { useEffect, useState } from 'react'
import { settingsAtom, useServices } from '../../state/index.ts'
import { Switch } from '../../ui/choice/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Progress } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Option } from './Option.tsx'
import styles from './settings.module.css'

/** Whether the library's loudness is measured, and how far that has come. */
export function Measuring() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const { measureLoudness } = useAtomValue(settingsAtom)
  const progress = useProgress()
  const number = numberFormat(i18n.language)
  const total = progress === null ? 0 : progress.measured + progress.waiting
  return (
    <>
      <Option name={t('settings.measure')} meta={t('settings.measureText')}>
        <Switch
          label={t('settings.measure')}
          checked={measureLoudness}
          onChange={(checked) => commands.runWith('change-settings', { measureLoudness: checked })}
        />
      </Option>
      {progress !== null && total > 0 && (
        <div className={styles.measured}>
          <Progress value={progress.measured / total} label={t('settings.measureProgress')} />
          <p className={styles.optionMeta}>
            {progress.waiting === 0
              ? t('settings.measureDone')
              : t('settings.measureCount', {
                  measured: number.format(progress.measured),
                  total: number.format(total),
                })}
          </p>
        </div>
      )}
    </>
  )
}

interface MeasuringProgress {
  readonly measured: number
  readonly waiting: number
}

/** Null until it is known. */
function useProgress(): MeasuringProgress | null {
  const { bridge } = useServices()
  const [progress, setProgress] = useState<MeasuringProgress | null>(null)
  useEffect(() => {
    let current = true
    void bridge.call('loudness.status', null).then((reply) => current && reply.ok && setProgress(reply.value))
    const unsubscribe = bridge.on('loudness.changed', setProgress)
    return () => {
      current = false
      unsubscribe()
    }
  }, [bridge])
  return progress
}
