import { useEffect, useState } from 'react'
import type { CallInput, CallName, CallOutput, EventName, Failure } from '../../src/contract/index.ts'
import { preparedAnswer, rememberAnswer, rememberedAnswer } from './answers.ts'
import { followEvents } from './lists/index.ts'
import { useServices } from './services.ts'

/** What is shown already is asked for again after this long at last, in ms, however much the page has to do. */
const longestWaitMs = 100

/** The answer to one call. */
export type Answer<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value; readonly retry: () => void }
  | { readonly kind: 'failed'; readonly error: Failure; readonly retry: () => void }

type Known<Value> = { readonly value: Value } | { readonly error: Failure } | null

/**
 * Asks the backend, and again whenever one of the events comes. What was answered stays until the next answer to the same
 * question, and is shown at once when one comes back to it. `events` and `input` may be new objects with every render.
 */
export function useAnswer<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  events: readonly EventName[] = ['library.changed'],
): Answer<CallOutput<Name>> {
  const { bridge } = useServices()
  const question = JSON.stringify([name, input])
  const remembered = (): Known<CallOutput<Name>> => {
    const value = rememberedAnswer(bridge, name, input)
    return value === undefined ? null : { value }
  }
  const [known, setKnown] = useState(remembered)
  const [asked, setAsked] = useState({ question, input, events })
  if (asked.question !== question) {
    setAsked({ question, input, events })
    setKnown(remembered())
  }

  useEffect(() => {
    let control = new AbortController()
    const ask = async () => {
      control.abort()
      const mine = new AbortController()
      control = mine
      const reply = await bridge.call(name, asked.input, { signal: mine.signal })
      if (mine.signal.aborted) return
      if (!reply.ok) {
        setKnown({ error: reply.error })
        return
      }
      const value = rememberAnswer(bridge, name, asked.input, reply.value)
      setKnown((now) => (now !== null && 'value' in now && now.value === value ? now : { value }))
    }
    const begin = async () => {
      const { signal } = control
      const prepared = preparedAnswer(bridge, name, asked.input)
      if (prepared !== undefined) await prepared
      if (signal.aborted) return
      const value = rememberedAnswer(bridge, name, asked.input)
      if (value !== undefined) {
        setKnown((now) => (now !== null && 'value' in now && now.value === value ? now : { value }))
        // Whether it is still so is asked once it is on screen.
        await drawn()
      }
      if (!signal.aborted) await ask()
    }
    void begin()
    const stop = followEvents(bridge, asked.events, () => void ask())
    return () => {
      control.abort()
      stop()
    }
  }, [bridge, name, asked])

  if (known === null) return { kind: 'loading' }
  // The same question as a new object is asked anew.
  const retry = () => setAsked((now) => ({ ...now }))
  return 'value' in known ? { kind: 'ready', value: known.value, retry } : { kind: 'failed', error: known.error, retry }
}

/** Until the page has nothing to do: it has drawn what it was given. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: longestWaitMs }))
}
