import { useAtom, useAtomValue } from 'jotai'
import { useRef, useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { dialogAtom, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Modal } from '../../ui/overlay/index.ts'
import { Name } from '../../ui/name/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './open.module.css'
import { skippedAtom } from './opener.ts'

/** The dialogs around opening: by path, and what could not be opened. */
export function OpenDialogs() {
  const { t } = useTranslation()
  const [dialog, setDialog] = useAtom(dialogAtom)
  const close = () => setDialog(null)
  const pathInput = useRef<HTMLInputElement>(null)
  return (
    <>
      <Modal
        open={dialog === 'open-path'}
        onClose={close}
        title={t('open.pathTitle')}
        text={t('open.pathText')}
        closeLabel={t('open.close')}
        initialFocus={pathInput}
      >
        <PathForm input={pathInput} onDone={close} />
      </Modal>
      <Modal
        open={dialog === 'skipped'}
        onClose={close}
        title={t('open.skippedTitle')}
        text={t('open.skippedText')}
        closeLabel={t('open.close')}
      >
        <SkippedList />
      </Modal>
    </>
  )
}

function PathForm({ input, onDone }: { input: RefObject<HTMLInputElement | null>; onDone: () => void }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const [path, setPath] = useState('')
  const open = (intent: 'play' | 'add') => {
    const trimmed = path.trim().replace(/^"(.*)"$/, '$1')
    if (trimmed === '') return
    commands.runWith('open', { what: { kind: 'paths', paths: [trimmed] }, intent })
    onDone()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    open('play')
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <label className={styles.field}>
        {t('open.pathLabel')}
        <input
          ref={input}
          value={path}
          onChange={(event) => setPath(event.target.value)}
          placeholder={t('open.pathPlaceholder')}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      <div className={styles.formActions}>
        <Button onClick={() => open('add')} disabled={path.trim() === ''}>
          {t('open.pathAdd')}
        </Button>
        <Button type="submit" look="accent" disabled={path.trim() === ''}>
          {t('open.pathPlay')}
        </Button>
      </div>
    </form>
  )
}

function SkippedList() {
  const { t } = useTranslation()
  const skipped = useAtomValue(skippedAtom)
  return (
    <ul className={styles.skipped}>
      {skipped.map(({ name, error }) => {
        const { what, more } = failureWords(error, t)
        return (
          <li key={name}>
            <Name className={styles.skippedName}>{name}</Name>
            <p className={styles.skippedWhy}>
              {what}. {more}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
