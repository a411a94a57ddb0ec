import { useSetAtom } from 'jotai'
import { dialogAtom } from '../../state/index.ts'
import { Modal } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { ShortcutGroups } from './ShortcutGroups.tsx'

/** The shortcuts as a dialog, for a look in passing. */
export function ShortcutSheet() {
  const { t } = useTranslation()
  const setDialog = useSetAtom(dialogAtom)
  return (
    <Modal
      open
      wide
      onClose={() => setDialog(null)}
      title={t('shortcutSheet.title')}
      text={t('shortcutSheet.text')}
      closeLabel={t('shortcutSheet.close')}
    >
      <ShortcutGroups />
    </Modal>
  )
}
