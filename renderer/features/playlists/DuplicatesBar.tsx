import { CopyMinus } from 'lucide-react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './playlist.module.css'

export interface DuplicatesBarProps {
  readonly playlist: PlaylistSummary
  /** Rows that repeat an earlier one. */
  readonly entryIds: readonly string[]
  readonly only: boolean
  readonly onOnly: (only: boolean) => void
}

/** Says that some tracks are in it twice, and takes them out in one go. */
export function DuplicatesBar({ playlist, entryIds, only, onOnly }: DuplicatesBarProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const words = t('playlist.duplicates', { count: entryIds.length })
  return (
    <div className={styles.bar}>
      <CopyMinus aria-hidden />
      <p>{words}</p>
      <Button size="small" look="ghost" aria-pressed={only} onClick={() => onOnly(!only)}>
        {only ? t('playlist.duplicatesAll') : t('playlist.duplicatesShow')}
      </Button>
      <Button
        size="small"
        onClick={() => {
          onOnly(false)
          commands.runWith('remove-from-playlist', { id: playlist.id, entryIds, title: t('playlist.oneDuplicate') })
        }}
      >
        {t('playlist.duplicatesRemove')}
      </Button>
    </div>
  )
}
