import { useAnswer, useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'
import page from '../settings.module.css'
import { Account } from './Account.tsx'
import { ClientId } from './ClientId.tsx'
import { Guide } from './Guide.tsx'
import styles from './spotify.module.css'
import { useSignIn } from './useSignIn.ts'

/** Where the person takes Melofy's access away at Spotify itself. */
const accessPage = 'https://www.spotify.com/account/apps/'

/** The person's account at Spotify: their own client id, signing in, and a test that says what is wrong. */
export function Spotify() {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const answer = useAnswer('spotify.state', null, ['spotify.changed'])
  const state = answer.kind === 'ready' ? answer.value : null
  const signIn = useSignIn(state)
  return (
    <section>
      <header className={page.head}>
        <h2>{t('spotify.label')}</h2>
        <p>{t('spotify.text')}</p>
      </header>
      {answer.kind === 'failed' && (
        <div className={page.notice} role="alert">
          <h3>{failureWords(answer.error, t).what}</h3>
          <p>{failureWords(answer.error, t).more}</p>
        </div>
      )}
      {state !== null && (
        <div className={styles.parts}>
          {state.kind !== 'not-set-up' && <Account state={state} onSignIn={signIn} />}
          {(state.kind === 'not-set-up' || state.kind === 'signed-out') && (
            <>
              <ClientId key={state.kind} kept={state.kind === 'not-set-up' ? null : state.clientId} />
              <Guide />
            </>
          )}
          {state.kind === 'signed-in' && (
            <div className={styles.access}>
              <p className={styles.quiet}>{t('spotify.access')}</p>
              <Button size="small" onClick={() => void bridge.call('app.openLink', { url: accessPage })}>
                {t('spotify.accessPage')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
