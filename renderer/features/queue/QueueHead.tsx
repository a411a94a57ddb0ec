import { Shuffle } from 'lucide-react'
import type { QueueView } from '../../player/controller/types.ts'
import { useServices } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import type { QueueItem } from './items.ts'
import styles from './queue.module.css'

/** The line above a part of the queue. The first part that is still to come carries Clear. */
export function QueueHead({ part, offset, queue }: { part: QueueItem['part']; offset: number; queue: QueueView }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const title = queue.context?.title ?? ''
  const firstComing = queue.queued.length > 0 ? 'queued' : 'rest'
  const words = {
    playing: t('queue.playing'),
    queued: t('queue.next'),
    rest: title === '' ? t('queue.then') : t('queue.thenFrom', { title }),
  }
  return (
    <tr className={styles.label} style={{ transform: `translateY(${offset}px)` }}>
      <td className={styles.labelWords}>{words[part]}</td>
      {part === 'rest' && queue.shuffle && (
        <td className={styles.labelNote}>
          <Shuffle aria-hidden />
          {t('queue.shuffled')}
        </td>
      )}
      {part === firstComing && (
        <td>
          <button
            type="button"
            className={styles.clear}
            aria-label={t('queue.clearLabel')}
            onClick={() => commands.runWith('clear-upcoming', null)}
          >
            {t('queue.clear')}
          </button>
        </td>
      )}
    </tr>
  )
}
