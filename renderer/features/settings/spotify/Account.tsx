import { Music2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SpotifyState, SpotifyTest } from '../../../../src/spotify/index.ts'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import type { Tested } from '../TestOutcome.tsx'
import { Outcome } from './Outcome.tsx'
import styles from './spotify.module.css'
import { useClosure } from './useClosure.ts'
import { Waiting } from './Waiting.tsx'
import { type SetUpState, accountWords } from './words.ts'

const untested: Tested<SpotifyTest> = { kind: 'none' }

/** How it stands with the account, and what can be done about it. */
export function Account({ state, onSignIn }: { state: SetUpState; onSignIn: () => void }) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const { kind } = state
  // What a test said holds for the state in which it was pressed.
  const [last, setLast] = useState({ kind, tested: untested })
  const tested = last.kind === kind ? last.tested : untested
  const closure = useClosure(state.kind === 'signed-in' ? state.closure : null)
  const { line, more, look } = accountWords(state, closure, t)
  const actions = useFocusKept(kind)
  const test = async () => {
    setLast({ kind, tested: { kind: 'asking' } })
    const reply = await bridge.call('spotify.test', null)
    setLast({ kind, tested: reply.ok ? { kind: 'fine', answer: reply.value } : { kind: 'failed', error: reply.error } })
  }
  return (
    <div className={styles.card} data-look={look}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Music2 aria-hidden />
        </span>
        <output className={styles.state}>
          <span className={styles.stateLine}>{line}</span>
          {/* A test that fails says the rest itself, and often the same. */}
          {more !== null && tested.kind !== 'failed' && <span className={styles.quiet}>{more}</span>}
        </output>
      </div>
      <Outcome tested={tested} />
      <div className={styles.actions} ref={actions}>
        {kind === 'signed-out' && (
          <Button look="accent" onClick={onSignIn}>
            {t('spotify.signIn')}
          </Button>
        )}
        {state.kind === 'signing-in' && <Waiting address={state.page} />}
        {kind !== 'signing-in' && (
          <Button disabled={tested.kind === 'asking'} onClick={() => void test()}>
            {t('spotify.test')}
          </Button>
        )}
        {kind === 'signed-in' && (
          <Button onClick={() => void bridge.call('spotify.signOut', null)}>{t('spotify.signOut')}</Button>
        )}
      </div>
    </div>
  )
}

/** The keyboard stays here when what it was on has gone with the state before. */
function useFocusKept(kind: SpotifyState['kind']) {
  const actions = useRef<HTMLDivElement>(null)
  const before = useRef(kind)
  useEffect(() => {
    if (before.current === kind) return
    before.current = kind
    if (document.activeElement === document.body) actions.current?.querySelector<HTMLElement>('button, a')?.focus()
  }, [kind])
  return actions
}
