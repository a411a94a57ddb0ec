import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { Failure } from '../../../../src/contract/index.ts'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'
import styles from './spotify.module.css'

/** The person's own client id; `kept`: the one in use, null for none. */
export function ClientId({ kept }: { kept: string | null }) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const problemId = useId()
  const [typed, setTyped] = useState(kept ?? '')
  const [problem, setProblem] = useState<Failure | null>(null)
  const isEmpty = typed.trim() === ''
  const setUp = async (clientId: string | null) => {
    const reply = await bridge.call('spotify.setUp', { clientId })
    setProblem(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.kind !== 'not-set-up') setTyped(reply.value.clientId)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) void setUp(typed)
  }
  return (
    <form className={styles.card} onSubmit={save}>
      <label className={form.field}>
        {t('spotify.clientId')}
        <input
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          aria-describedby={problemId}
          aria-invalid={problem !== null}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      <p
        id={problemId}
        className={problem === null ? styles.quiet : form.problem}
        role={problem === null ? undefined : 'alert'}
      >
        {problem === null
          ? t('spotify.clientIdText')
          : `${failureWords(problem, t).what}. ${failureWords(problem, t).more}`}
      </p>
      <div className={styles.actions}>
        <Button type="submit" look={kept === null ? 'accent' : 'plain'} disabled={isEmpty || typed === kept}>
          {t('spotify.save')}
        </Button>
        {kept !== null && <Button onClick={() => void setUp(null)}>{t('spotify.forget')}</Button>}
      </div>
    </form>
  )
}
