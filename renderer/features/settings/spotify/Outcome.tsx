import type { SpotifyTest } from '../../../../src/spotify/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { type Tested, TestOutcome } from '../TestOutcome.tsx'

/** What Spotify said to a test. */
export function Outcome({ tested }: { tested: Tested<SpotifyTest> }) {
  const { t } = useTranslation()
  return (
    <TestOutcome
      tested={tested}
      asking={t('spotify.asking')}
      fine={(answer) =>
        answer.kind === 'signed-in'
          ? { line: t('spotify.fine', { name: answer.userName }), more: <span>{t('spotify.fineText')}</span> }
          : { line: t('spotify.ready'), more: <span>{t('spotify.readyText')}</span> }
      }
    />
  )
}
