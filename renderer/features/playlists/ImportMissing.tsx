import { useAtom, useAtomValue } from 'jotai'
import { dialogAtom, importedAtom } from '../../state/index.ts'
import { Modal } from '../../ui/overlay/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './missing.module.css'

/** Lines that are shown: nobody reads more, and all of a long list at once would hold up the page. */
const shownLines = 300

/** What a playlist file names and this computer does not have. */
export function ImportMissing() {
  const { t } = useTranslation()
  const [dialog, setDialog] = useAtom(dialogAtom)
  const { name, missing } = useAtomValue(importedAtom)
  const lines = [...new Set(missing)]
  const more = lines.length - shownLines
  return (
    <Modal
      open={dialog === 'import-missing'}
      onClose={() => setDialog(null)}
      title={t('playlist.missingTitle', { count: missing.length, name })}
      text={t('playlist.missingText')}
      closeLabel={t('open.close')}
    >
      <ul className={styles.list}>
        {lines.slice(0, shownLines).map((line) => (
          <li key={line}>
            <Name>{line}</Name>
          </li>
        ))}
        {more > 0 && <li>{t('playlist.missingMore', { count: more })}</li>}
      </ul>
    </Modal>
  )
}
