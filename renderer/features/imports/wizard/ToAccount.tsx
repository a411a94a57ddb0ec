import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import styles from './wizard.module.css'

/** What is put right where the account is set up. */
export const accountCodes: ReadonlySet<string> = new Set([
  'spotify-not-set-up',
  'spotify-signed-out',
  'spotify-client-unknown',
  'spotify-user-not-listed',
  'spotify-premium-needed',
  'spotify-scope-missing',
])

/** The way to the settings of the account at Spotify. */
export function ToAccount({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  return (
    <Button
      className={styles.toAccount}
      onClick={() => {
        onLeave()
        commands.runWith('open-page', { page: { kind: 'settings', section: 'spotify' } })
      }}
    >
      {t('imports.toAccount')}
    </Button>
  )
}
