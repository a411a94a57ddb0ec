import { useId } from 'react'
import type { FormEvent, RefObject } from 'react'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { useTranslation } from '../../../ui/translation/index.ts'
import { Problem } from './Problem.tsx'
import styles from './wizard.module.css'
import type { Reading } from './useReading.ts'

export interface TypedSongs {
  readonly name: string
  readonly songs: string
}

/** Songs as lines of text: pasted from a mail, a web page, a set list. */
export function TextWay(props: {
  readonly text: TypedSongs
  readonly onText: (text: TypedSongs) => void
  readonly reading: Reading
  readonly first: RefObject<HTMLTextAreaElement | null>
}) {
  const { t } = useTranslation()
  const problemId = useId()
  const { text, onText, reading, first } = props
  const { state } = reading
  const change = (next: Partial<TypedSongs>) => {
    if (state.kind === 'failed') reading.reset()
    onText({ ...text, ...next })
  }
  const isEmpty = text.songs.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const name = text.name.trim()
    if (!isEmpty) reading.readText(`${name === '' ? t('imports.pastedName') : name}.txt`, text.songs)
  }
  return (
    <form className={styles.way} onSubmit={submit}>
      <label className={form['field']}>
        {t('imports.textLabel')}
        <textarea
          ref={first}
          className={styles.songs}
          value={text.songs}
          onChange={(event) => change({ songs: event.target.value })}
          placeholder={t('imports.textPlaceholder')}
          aria-invalid={state.kind === 'failed'}
          aria-describedby={state.kind === 'failed' ? problemId : undefined}
          rows={8}
          dir="auto"
          spellCheck={false}
        />
      </label>
      <label className={form['field']}>
        {t('playlist.name')}
        <input
          value={text.name}
          onChange={(event) => change({ name: event.target.value })}
          placeholder={t('imports.pastedName')}
          maxLength={200}
          dir="auto"
          autoComplete="off"
        />
      </label>
      {state.kind === 'failed' && <Problem id={problemId} error={state.error} />}
      <div className={form['actions']}>
        <Button type="submit" look="accent" disabled={isEmpty || state.kind === 'reading'}>
          {t('imports.next')}
        </Button>
      </div>
    </form>
  )
}
