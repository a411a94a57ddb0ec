import type { z } from 'zod'
import {
  type CallContext,
  type CallInput,
  type CallName,
  type CallOutput,
  FailureError,
  type Handlers,
  type Reply,
  calls,
  failed,
  success,
} from '../../src/contract/index.ts'
import type { Log } from './log/index.ts'

/** Each call's input schema, tied to its name so that a generic name keeps its type. */
const inputs: { readonly [Name in CallName]: { readonly input: z.ZodType<CallInput<Name>> } } = calls

/**
 * Answers one call that came over a bridge: checks name and input against the contract, runs the handler, and turns
 * whatever happens into a reply. Never rejects. A cancelled call is answered at once; its handler sees the signal.
 */
export async function dispatch(
  handlers: Handlers,
  name: string,
  input: unknown,
  context: CallContext,
  log: Log,
): Promise<Reply<unknown>> {
  if (!isCallName(name)) return failed('bad-input')
  return serve(handlers, name, input, context, log)
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

async function serve<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  context: CallContext,
  log: Log,
): Promise<Reply<CallOutput<Name>>> {
  if (context.signal.aborted) return failed('cancelled')
  const parsed = inputs[name].input.safeParse(input)
  if (!parsed.success) {
    // Where it was wrong, never what it was.
    const where = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`)
    log.warn('call refused', { call: name, where: where.join(', ') })
    return failed('bad-input')
  }
  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<Reply<never>>()
  const onAbort = (): void => cancel(failed('cancelled'))
  context.signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([run(handlers[name], parsed.data, name, context, log), cancelled])
  } finally {
    context.signal.removeEventListener('abort', onAbort)
  }
}

async function run<Input, Output>(
  handler: (input: Input, context: CallContext) => Promise<Output> | Output,
  input: Input,
  name: CallName,
  context: CallContext,
  log: Log,
): Promise<Reply<Output>> {
  try {
    return success(await handler(input, context))
  } catch (error) {
    if (context.signal.aborted) return failed('cancelled')
    if (error instanceof FailureError) {
      log.info('call failed', { call: name, code: error.failure.code })
      return { ok: false, error: error.failure }
    }
    log.error('call broke', { call: name, error: error instanceof Error ? error : new Error('not an error') })
    return failed('internal')
  }
}
