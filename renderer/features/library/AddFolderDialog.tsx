import { useAtom } from 'jotai'
import { useId, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { Failure } from '../../../src/contract/index.ts'
import { dialogAtom, useServices, useStillThere } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Modal } from '../../ui/overlay/index.ts'
import form from '../../ui/form.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'

/** Adds a folder by its path, where the system's own dialog cannot be had. */
export function AddFolderDialog() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const [dialog, setDialog] = useAtom(dialogAtom)
  const errorId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [path, setPath] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  // Closed before the answer came, the dialog tells nothing any more: then a notice does.
  const isThere = useStillThere()
  const close = () => setDialog(null)
  const report = (told: Failure | null) => {
    if (!isThere()) return false
    setAsking(false)
    setProblem(told)
    if (told === null) close()
    else input.current?.focus()
    return true
  }
  const wanted = path.trim().replace(/^"(.*)"$/, '$1')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (wanted === '' || isAsking) return
    setAsking(true)
    setProblem(null)
    commands.runWith('add-music-folders', { paths: [wanted], report })
  }
  const words = problem && failureWords(problem, t)
  return (
    <Modal
      open={dialog === 'add-music-folder'}
      onClose={close}
      title={t('library.addFolder')}
      text={t('library.addFolderText')}
      closeLabel={t('open.close')}
      initialFocus={input}
    >
      <form className={form.form} onSubmit={add}>
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
          <Button type="submit" look="accent" disabled={wanted === '' || isAsking}>
            {t('library.add')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
