import { ListMusic, Sparkles } from 'lucide-react'
import { useSetAtom } from 'jotai'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { smartDraftAtom } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './playlist.module.css'

/** A playlist with nothing in it says how something gets there. */
export function PlaylistEmpty({ playlist }: { playlist: PlaylistSummary }) {
  const { t } = useTranslation()
  const edit = useSetAtom(smartDraftAtom)
  const isSmart = playlist.rules !== null
  return (
    <div className={styles.empty}>
      {isSmart ? <Sparkles aria-hidden /> : <ListMusic aria-hidden />}
      <h2>{isSmart ? t('playlist.emptySmart') : t('playlist.empty')}</h2>
      <p>{isSmart ? t('playlist.emptySmartText') : t('playlist.emptyText')}</p>
      {isSmart && <Button onClick={() => edit({ id: playlist.id })}>{t('smart.edit')}</Button>}
    </div>
  )
}
