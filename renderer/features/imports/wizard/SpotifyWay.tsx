import { AudioLines } from 'lucide-react'
import { useAnswer } from '../../../state/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { Problem } from './Problem.tsx'
import { SpotifyLists } from './SpotifyLists.tsx'
import { ToAccount } from './ToAccount.tsx'
import styles from './wizard.module.css'

/** The lists of the person's own account, or what it takes to see them. */
export function SpotifyWay({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const answer = useAnswer('spotify.state', null, ['spotify.changed'])
  if (answer.kind === 'loading') return null
  if (answer.kind === 'failed') return <Problem error={answer.error} />
  const { kind } = answer.value
  if (kind === 'signed-in') return <SpotifyLists onDone={onDone} />
  return (
    <div className={styles.account}>
      <AudioLines aria-hidden />
      <p className={styles.dropTitle}>
        {kind === 'not-set-up' ? t('imports.accountNotSetUp') : t('imports.accountSignedOut')}
      </p>
      <p>{t('imports.accountText')}</p>
      <ToAccount onLeave={onDone} />
    </div>
  )
}
