import { useAtomValue } from 'jotai'
import { appInfoAtom, useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import styles from './spotify.module.css'

/** While the person is at Spotify: back out of it, or go there again where its page did not open. */
export function Waiting({ address }: { address: string | null }) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const isInBrowser = useAtomValue(appInfoAtom)?.host === 'browser'
  return (
    <>
      <Button onClick={() => void bridge.call('spotify.cancelSignIn', null)}>{t('spotify.cancel')}</Button>
      {address !== null &&
        (isInBrowser ? (
          <a className={styles.again} href={address} target="_blank" rel="noopener noreferrer">
            {t('spotify.openAgain')}
          </a>
        ) : (
          <Button look="ghost" onClick={() => void bridge.call('app.openLink', { url: address })}>
            {t('spotify.openAgain')}
          </Button>
        ))}
    </>
  )
}
