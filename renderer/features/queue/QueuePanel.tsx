import { useAtomValue } from 'jotai'
import { ListVideo, X } from 'lucide-react'
import { queueAtom, useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { queueMs } from './items.ts'
import { QueueList } from './QueueList.tsx'
import styles from './queue.module.css'

/** What plays, what comes next, and what comes after that. */
export function QueuePanel() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const queue = useAtomValue(queueAtom)
  const count = (queue.current ? 1 : 0) + queue.queued.length + queue.rest.length
  return (
    <aside className={styles.panel} aria-label={t('queue.label')}>
      <header className={styles.head}>
        <div>
          <h2>{t('queue.label')}</h2>
          {count > 0 && (
            <p className={styles.summary}>
              {t('queue.summary', {
                tracks: t('album.tracks', { count }),
                length: lengthInWords(queueMs(queue), i18n.language),
              })}
            </p>
          )}
        </div>
        <IconButton size="small" label={t('queue.close')} onClick={() => commands.run('queue')}>
          <X aria-hidden />
        </IconButton>
      </header>
      {count === 0 ? (
        <div className={styles.empty}>
          <ListVideo aria-hidden />
          <h3>{t('queue.empty')}</h3>
          <p>{t('queue.emptyText')}</p>
        </div>
      ) : (
        <QueueList queue={queue} />
      )}
    </aside>
  )
}
