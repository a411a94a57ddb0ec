import { useSetAtom } from 'jotai'
import { AudioLines, FileUp, Link2, TextCursorInput } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { importDraftAtom } from '../../../state/index.ts'
import type { ImportDraft } from '../../../state/index.ts'
import { Segmented } from '../../../ui/choice/index.ts'
import { Modal } from '../../../ui/overlay/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { FileWay } from './FileWay.tsx'
import { LinkWay } from './LinkWay.tsx'
import { SpotifyWay } from './SpotifyWay.tsx'
import { TextWay } from './TextWay.tsx'
import { WhatWasRead } from './WhatWasRead.tsx'
import styles from './wizard.module.css'
import { useReading } from './useReading.ts'

/** Brings songs over from elsewhere in two steps: where they are, then what was found there. Nothing begins before the second. */
export function ImportWizard({ draft }: { draft: ImportDraft }) {
  const { t } = useTranslation()
  const setDraft = useSetAtom(importDraftAtom)
  const [way, setWay] = useState(draft.way)
  const [text, setText] = useState({ name: '', songs: '' })
  const reading = useReading()
  const first = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLButtonElement>(null)
  const close = () => setDraft(null)

  // Files that were dropped, before or while the wizard is open.
  const { files } = draft
  const { readFiles } = reading
  useEffect(() => {
    if (files.length > 0) readFiles(files)
  }, [files, readFiles])

  const isRead = reading.state.kind === 'read'
  return (
    <Modal
      open
      wide
      onClose={close}
      title={t('imports.wizard')}
      text={isRead ? t('imports.wizardRead') : t('imports.wizardText')}
      closeLabel={t('open.close')}
      initialFocus={first}
    >
      {reading.state.kind === 'read' ? (
        <WhatWasRead files={reading.state.files} onBack={reading.reset} onDone={close} />
      ) : (
        <div className={styles.ways}>
          <Segmented
            label={t('imports.ways')}
            value={way}
            onChange={(next) => {
              reading.reset()
              setWay(next)
            }}
            options={[
              { value: 'file', label: t('imports.wayShort.file'), icon: <FileUp aria-hidden /> },
              { value: 'text', label: t('imports.wayShort.text'), icon: <TextCursorInput aria-hidden /> },
              { value: 'spotify', label: t('imports.wayShort.spotify'), icon: <AudioLines aria-hidden /> },
              { value: 'link', label: t('imports.wayShort.link'), icon: <Link2 aria-hidden /> },
            ]}
          />
          {way === 'file' && <FileWay reading={reading} first={first} />}
          {way === 'text' && <TextWay text={text} onText={setText} reading={reading} first={first} />}
          {way === 'spotify' && <SpotifyWay onDone={close} />}
          {way === 'link' && <LinkWay first={first} onDone={close} />}
        </div>
      )}
    </Modal>
  )
}
