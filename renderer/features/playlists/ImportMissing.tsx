import { useAtom, useAtomValue } from 'jotai'
import { useTranslation } from 'react-i18next'
import { dialogAtom, importedAtom } from '../../state/index.ts'
import { Modal } from '../../ui/overlay/index.ts'
import { Name } from '../../ui/name/index.ts'
import styles from './missing.module.css'

/** What a playlist file names and this computer does not have. */
export function ImportMissing() {
  const { t } = useTranslation()
  const [dialog, setDialog] = useAtom(dialogAtom)
  const { name, missing } = useAtomValue(importedAtom)
  return (
    <Modal
      open={dialog === 'import-missing'}
      onClose={() => setDialog(null)}
      title={t('playlist.missingTitle', { count: missing.length, name })}
      text={t('playlist.missingText')}
      closeLabel={t('open.close')}
    >
      <ul className={styles.list}>
        {[...new Set(missing)].map((line) => (
          <li key={line}>
            <Name>{line}</Name>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
