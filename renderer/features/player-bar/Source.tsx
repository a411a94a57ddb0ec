import { Popover } from '@base-ui/react/popover'
import { useAtomValue } from 'jotai'
import { Info } from 'lucide-react'
import { useRef } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { loudnessGain } from '../../player/controller/gain.ts'
import { currentStreamAtom, settingsAtom } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { numberFormat, shortFormat } from '../../ui/format/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { formatParts } from '../now-playing/format.ts'
import styles from './source.module.css'
import { arrivingFormat, passedOver, sourceFacts } from './sourceFacts.ts'
import { usePosition } from './usePosition.ts'

/** Which format plays, and behind it how the sound comes here. */
export function Source({ track }: { track: Track }) {
  const { t, i18n } = useTranslation()
  const stream = useAtomValue(currentStreamAtom)
  const format = arrivingFormat(track, stream)
  const label =
    format.codec === '' ? t('sound.open') : t('sound.openOf', { format: shortFormat(format, i18n.language) })
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger} aria-label={label}>
        {format.codec === '' ? <Info aria-hidden /> : <span className={styles.codec}>{format.codec}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={overlayStyles['positioner']} side="top" align="start" sideOffset={12}>
          <Popover.Popup className={classes(overlayStyles['popup'], styles.popup)}>
            <Facts track={track} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Facts({ track }: { track: Track }) {
  const { t, i18n } = useTranslation()
  const stream = useAtomValue(currentStreamAtom)
  const settings = useAtomValue(settingsAtom)
  const gain = loudnessGain(track.loudness, settings)
  const format = arrivingFormat(track, stream)
  const passed = stream === null ? [] : passedOver(stream, t)
  return (
    <>
      <Popover.Title className={styles.title}>{t('sound.title')}</Popover.Title>
      {format.codec !== '' && (
        <p className={styles.format}>
          {formatParts(format, t, i18n.language).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
      )}
      <dl className={styles.facts}>
        {sourceFacts(track, stream, gain, t, i18n.language).map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
              {note !== undefined && <p className={styles.note}>{note}</p>}
            </dd>
          </div>
        ))}
        <Decoded />
        {passed.length > 0 && (
          <div>
            <dt>{t('sound.passedOver')}</dt>
            {passed.map((way) => (
              <dd key={way}>{way}</dd>
            ))}
          </div>
        )}
      </dl>
    </>
  )
}

/** How much is ready to be heard: written to the DOM as it changes, like every place in a track. */
function Decoded() {
  const { t, i18n } = useTranslation()
  const amount = useRef<HTMLElement>(null)
  usePosition(({ positionMs, bufferedToMs }) => {
    const seconds = Math.max(0, Math.floor((bufferedToMs - positionMs) / 1000))
    const words = t('sound.ahead', { seconds: numberFormat(i18n.language).format(seconds) })
    if (amount.current && amount.current.textContent !== words) amount.current.textContent = words
    return 500
  })
  return (
    <div>
      <dt>{t('sound.decoded')}</dt>
      <dd ref={amount} />
    </div>
  )
}
