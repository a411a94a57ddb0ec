import { useEffect, useState } from 'react'
import type { CallInput, CallName, CallOutput, EventName, Failure } from '../../src/contract/index.ts'
import { followEvents } from './lists/index.ts'
import { useServices } from './services.ts'

/** The answer to one call. */
export type Answer<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value; readonly retry: () => void }
  | { readonly kind: 'failed'; readonly error: Failure; readonly retry: () => void }

/**
 * Asks the backend, and again whenever one of the events comes. What was answered stays until the next answer to the same
 * question. `events` and `input` may be new objects with every render.
 */
export function useAnswer<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  events: readonly EventName[] = ['library.changed'],
): Answer<CallOutput<Name>> {
  const { bridge } = useServices()
  const question = JSON.stringify([name, input])
  const [known, setKnown] = useState<{ question: string; answer: Answer<CallOutput<Name>> } | null>(null)
  const [asked, setAsked] = useState({ question, input, events })
  if (asked.question !== question) setAsked({ question, input, events })

  useEffect(() => {
    let control = new AbortController()
    const ask = async () => {
      control.abort()
      const mine = new AbortController()
      control = mine
      const reply = await bridge.call(name, asked.input, { signal: mine.signal })
      if (mine.signal.aborted) return
      // The same question as a new object is asked anew.
      const retry = () => setAsked((now) => ({ ...now }))
      const answer: Answer<CallOutput<Name>> = reply.ok
        ? { kind: 'ready', value: reply.value, retry }
        : { kind: 'failed', error: reply.error, retry }
      setKnown({ question: asked.question, answer })
    }
    void ask()
    const stop = followEvents(bridge, asked.events, () => void ask())
    return () => {
      control.abort()
      stop()
    }
  }, [bridge, name, asked])

  return known?.question === question ? known.answer : { kind: 'loading' }
}
