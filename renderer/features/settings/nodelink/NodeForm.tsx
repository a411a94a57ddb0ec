import { useId, useRef, useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import type { CallOutput } from '../../../../src/contract/index.ts'
import type { NodeProfile } from '../../../../src/nodelink/index.ts'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { useTranslation } from '../../../ui/translation/index.ts'
import { Advice } from './Advice.tsx'
import type { Tested } from '../TestOutcome.tsx'
import { Outcome } from './Outcome.tsx'
import styles from './nodelink.module.css'

export interface NodeFormProps {
  /** The server that is changed; null for a new one. */
  readonly node: NodeProfile | null
  readonly first: RefObject<HTMLInputElement | null>
  readonly onDone: () => void
}

/** Name, address and password of a server, and a test of them before anything is kept. */
export function NodeForm({ node, first, onDone }: NodeFormProps) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const outcomeId = useId()
  const [name, setName] = useState(node?.name ?? '')
  const [address, setAddress] = useState(node?.address ?? '')
  const [password, setPassword] = useState('')
  const [tested, setTested] = useState<Tested<CallOutput<'nodelink.test'>>>({ kind: 'none' })
  const [isSaving, setSaving] = useState(false)
  const asking = useRef<AbortController | null>(null)
  const isEmpty = address.trim() === '' || (node === null && password.trim() === '')
  // Left empty, the password stays as it is.
  const given = node !== null && password === '' ? null : password
  const typed = (set: (value: string) => void) => (value: string) => {
    asking.current?.abort()
    setTested({ kind: 'none' })
    set(value)
  }
  const test = async () => {
    asking.current?.abort()
    const mine = new AbortController()
    asking.current = mine
    setTested({ kind: 'asking' })
    const input = { kind: 'typed', id: node?.id ?? null, address, password: given } as const
    const reply = await bridge.call('nodelink.test', input, { signal: mine.signal })
    if (mine.signal.aborted) return
    setTested(reply.ok ? { kind: 'fine', answer: reply.value } : { kind: 'failed', error: reply.error })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty || isSaving) return
    asking.current?.abort()
    setSaving(true)
    const reply =
      node === null
        ? await bridge.call('nodelink.add', { name, address, password })
        : await bridge.call('nodelink.change', {
            id: node.id,
            name,
            address,
            ...(given !== null && { password: given }),
          })
    setSaving(false)
    if (reply.ok) onDone()
    else setTested({ kind: 'failed', error: reply.error })
  }
  return (
    <form className={form.form} onSubmit={(event) => void save(event)}>
      <label className={form.field}>
        {t('nodelink.address')}
        <input
          ref={first}
          value={address}
          onChange={(event) => typed(setAddress)(event.target.value)}
          aria-describedby={outcomeId}
          aria-invalid={tested.kind === 'failed'}
          placeholder="http://192.168.1.20:3000"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      <label className={form.field}>
        {t('nodelink.password')}
        <input
          type="password"
          value={password}
          onChange={(event) => typed(setPassword)(event.target.value)}
          placeholder={node === null ? '' : t('nodelink.passwordKept')}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      <label className={form.field}>
        {t('nodelink.name')}
        <input
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          placeholder={t('nodelink.namePlaceholder')}
          autoComplete="off"
          dir="auto"
        />
      </label>
      <div id={outcomeId} className={styles.outcome}>
        <Outcome tested={tested} />
      </div>
      <div className={form.actions}>
        <Button disabled={isEmpty || tested.kind === 'asking'} onClick={() => void test()}>
          {t('nodelink.test')}
        </Button>
        <Button type="submit" look="accent" disabled={isEmpty || isSaving}>
          {node === null ? t('nodelink.add') : t('nodelink.save')}
        </Button>
      </div>
      {tested.kind === 'fine' && <Advice codes={tested.answer.report.advice} />}
    </form>
  )
}
