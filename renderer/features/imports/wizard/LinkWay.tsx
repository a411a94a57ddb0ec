import { useId, useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { useTranslation } from '../../../ui/translation/index.ts'
import { CopyHelp } from '../CopyHelp.tsx'
import { Problem } from './Problem.tsx'
import { accountCodes, ToAccount } from './ToAccount.tsx'
import { useStarting } from './useStarting.ts'
import styles from './wizard.module.css'

/** A link to a playlist. Spotify hands out those of the person's own account alone: how a foreign one becomes that is said here. */
export function LinkWay(props: { readonly first: RefObject<HTMLInputElement | null>; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { first, onDone } = props
  const problemId = useId()
  const [link, setLink] = useState('')
  const { isAsking, problem, start, reset } = useStarting({ onDone, onProblem: () => first.current?.focus() })
  const wanted = link.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== '') start([{ kind: 'spotify-playlist', link: wanted, name: '' }])
  }
  return (
    <form className={styles.way} onSubmit={submit}>
      <label className={form['field']}>
        {t('imports.linkLabel')}
        <input
          ref={first}
          value={link}
          onChange={(event) => {
            setLink(event.target.value)
            reset()
          }}
          placeholder="https://open.spotify.com/playlist/…"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          inputMode="url"
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      {problem !== null && <Problem id={problemId} error={problem} />}
      {problem !== null && accountCodes.has(problem.code) && <ToAccount onLeave={onDone} />}
      <section className={styles.note}>
        <h3>{t('imports.linkOwn')}</h3>
        <CopyHelp />
      </section>
      <div className={form['actions']}>
        <Button type="submit" look="accent" disabled={wanted === '' || isAsking}>
          {t('imports.start')}
        </Button>
      </div>
    </form>
  )
}
