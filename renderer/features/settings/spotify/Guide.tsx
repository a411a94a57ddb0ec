import { ExternalLink } from 'lucide-react'
import { registeredRedirect } from '../../../../src/spotify/redirect.ts'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { CopyLine } from '../CopyLine.tsx'
import styles from './spotify.module.css'

const dashboardPage = 'https://developer.spotify.com/dashboard'

/** How to get a client id, in four steps. */
export function Guide() {
  const { t } = useTranslation()
  const { bridge } = useServices()
  return (
    <section className={styles.guide}>
      <h3>{t('spotify.guide')}</h3>
      <ol className={styles.steps}>
        <li>
          <p>{t('spotify.step1')}</p>
          <Button size="small" onClick={() => void bridge.call('app.openLink', { url: dashboardPage })}>
            <ExternalLink aria-hidden />
            {t('spotify.dashboard')}
          </Button>
        </li>
        <li>
          <p>{t('spotify.step2')}</p>
        </li>
        <li>
          <p>{t('spotify.step3')}</p>
          <CopyLine text={registeredRedirect} copied={t('spotify.copied')} />
        </li>
        <li>
          <p>{t('spotify.step4')}</p>
        </li>
      </ol>
      <p className={styles.quiet}>{t('spotify.guideWhy')}</p>
    </section>
  )
}
