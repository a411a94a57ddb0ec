import type { Failure } from '../../../../src/contract/index.ts'
import type { SpotifyTest } from '../../../../src/spotify/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'
import styles from './spotify.module.css'

/** What came of the last press of Test. */
export type Tested =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'fine'; readonly answer: SpotifyTest }
  | { readonly kind: 'failed'; readonly error: Failure }

/** What a test said, where it was pressed. */
export function Outcome({ tested }: { tested: Tested }) {
  const { t } = useTranslation()
  switch (tested.kind) {
    case 'none':
      return null
    case 'asking':
      return <output className={styles.quiet}>{t('spotify.asking')}</output>
    case 'failed': {
      const { what, more } = failureWords(tested.error, t)
      return (
        <div className={styles.bad} role="alert">
          <p className={styles.stateLine}>{what}</p>
          <p>{more}</p>
        </div>
      )
    }
    case 'fine':
      return (
        <output className={styles.good}>
          {tested.answer.kind === 'signed-in' ? (
            <>
              <span className={styles.stateLine}>{t('spotify.fine', { name: tested.answer.userName })}</span>
              <span>{t('spotify.fineText')}</span>
            </>
          ) : (
            <>
              <span className={styles.stateLine}>{t('spotify.ready')}</span>
              <span>{t('spotify.readyText')}</span>
            </>
          )}
        </output>
      )
    default:
      return tested satisfies never
  }
}
