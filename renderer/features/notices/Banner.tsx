import { useAtom, useAtomValue } from 'jotai'
import { TriangleAlert, X } from 'lucide-react'
import { connectedAtom, connectionAtom, storeNoticeAtom } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './notices.module.css'
import { failureWords } from './words.ts'

/** What a person should know before anything else: no connection to the backend, or stored data in trouble. */
export function Banner() {
  const { t } = useTranslation()
  const connected = useAtomValue(connectedAtom)
  const refused = useAtomValue(connectionAtom) === 'refused'
  const [notice, dismiss] = useAtom(storeNoticeAtom)
  if (!connected) {
    return (
      <div className={styles.banner} role="alert">
        <TriangleAlert aria-hidden />
        <p>
          <b>{t(refused ? 'notice.startedAgain' : 'notice.connectionLost')}</b>{' '}
          {t(refused ? 'notice.startedAgainText' : 'notice.connectionLostText')}
        </p>
      </div>
    )
  }
  if (!notice) return null
  const { what, more } = failureWords(notice, t)
  return (
    <div className={styles.banner} role="alert">
      <TriangleAlert aria-hidden />
      <p>
        <b>{what}.</b> {more}
      </p>
      <IconButton size="small" label={t('notice.dismiss')} onClick={dismiss}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
