import { useAtom, useAtomValue } from 'jotai'
import { useId, useMemo, useRef, useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import type { Failure } from '../../../src/contract/index.ts'
import { dialogAtom, useServices, useStillThere } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Modal } from '../../ui/overlay/index.ts'
import { Name } from '../../ui/name/index.ts'
import form from '../../ui/form.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './open.module.css'
import { skippedAtom } from './opener.ts'
import { foldersShown, joinedPath } from './places.ts'

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
  const errorId = useId()
  const [path, setPath] = useState('')
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  // Closed before the answer came, the form tells nothing any more: then a notice does.
  const isThere = useStillThere()
  const report = (told: Failure | null) => {
    if (!isThere()) return false
    setReading(false)
    if (told === null) {
      onDone()
      return true
    }
    if (told.code !== 'cancelled') setProblem(told)
    input.current?.focus()
    return true
  }
  const open = (intent: 'play' | 'add') => {
    const trimmed = path.trim().replace(/^"(.*)"$/, '$1')
    if (trimmed === '' || isReading) return
    setReading(true)
    setProblem(null)
    commands.runWith('open', { what: { kind: 'paths', paths: [trimmed] }, intent, report })
  }
  const words = problem && failureWords(problem, t)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    open('play')
  }
  return (
    <form className={form.form} onSubmit={onSubmit}>
      <label className={form.field}>
        {t('open.pathLabel')}
        <input
          ref={input}
          value={path}
          onChange={(event) => {
            setPath(event.target.value)
            setProblem(null)
          }}
          aria-invalid={words !== null}
          aria-describedby={words ? errorId : undefined}
          placeholder={t('open.pathPlaceholder')}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      {words && (
        <p id={errorId} className={form.problem} role="alert">
          {words.what}. {words.more}
        </p>
      )}
      <div className={form.actions}>
        <Button onClick={() => open('add')} disabled={path.trim() === '' || isReading}>
          {t('open.pathAdd')}
        </Button>
        <Button type="submit" look="accent" disabled={path.trim() === '' || isReading}>
          {t('open.pathPlay')}
        </Button>
      </div>
    </form>
  )
}

function SkippedList() {
  const { t } = useTranslation()
  const skipped = useAtomValue(skippedAtom)
  const folders = useMemo(() => foldersShown(skipped), [skipped])
  return (
    <ul className={styles.skipped}>
      {skipped.map(({ name, location, error }, index) => {
        const { what, more } = failureWords(error, t)
        const place = folders[index] ?? []
        return (
          <li key={`${location} ${name}`}>
            <Name className={styles.skippedName}>{name}</Name>
            {place.length > 0 && <Name className={styles.skippedPlace}>{joinedPath(place)}</Name>}
            <p className={styles.skippedWhy}>
              {what}. {more}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
