import type { SpotifyTest } from '../../../../src/spotify/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { type Tested, TestOutcome } from '../TestOutcome.tsx'

/** What Spotify said to a test. */
export function Outcome({ tested }: { tested: Tested<SpotifyTest> }) {
  const { t } = useTranslation()
  const fine = (answer: SpotifyTest) =>
    answer.kind === 'signed-in'
      ? { line: t('spotify.fine', { name: answer.userName }), more: t('spotify.fineText'), warning: null }
      : { line: t('spotify.ready'), more: t('spotify.readyText'), warning: null }
  return <TestOutcome tested={tested} asking={t('spotify.asking')} fine={fine} />
}
