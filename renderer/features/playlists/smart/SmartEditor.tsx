import { useAtom, useAtomValue } from 'jotai'
import { useRef } from 'react'
import { playlistsAtom, smartDraftAtom } from '../../../state/index.ts'
import { Modal } from '../../../ui/overlay/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { draftOf, newDraft } from './draft.ts'
import { SmartForm } from './SmartForm.tsx'

/** The dialog in which a smart playlist is written. */
export function SmartEditor() {
  const { t } = useTranslation()
  const [editing, setEditing] = useAtom(smartDraftAtom)
  const playlists = useAtomValue(playlistsAtom)
  const first = useRef<HTMLInputElement>(null)
  const close = () => setEditing(null)
  const playlist = playlists?.find((one) => one.id === editing?.id) ?? null
  const draft =
    playlist?.rules === null || playlist === null
      ? newDraft(t('smart.newName'))
      : draftOf(playlist.name, playlist.rules)
  return (
    <Modal
      open={editing !== null}
      onClose={close}
      title={playlist ? t('smart.edit') : t('smart.new')}
      text={t('smart.text')}
      closeLabel={t('open.close')}
      wide
      initialFocus={first}
    >
      {editing && <SmartForm key={editing.id} id={editing.id} initial={draft} first={first} onDone={close} />}
    </Modal>
  )
}
