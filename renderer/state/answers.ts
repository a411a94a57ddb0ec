import type { Bridge, CallInput, CallName, CallOutput } from '../../src/contract/index.ts'

/** Answers of one call that stay in memory, so that coming back shows them at once: those asked for last. */
const keptAnswers = 16

type Answers = { [Name in CallName]?: Map<string, CallOutput<Name>> }

const known = new WeakMap<Bridge, Answers>()

function answersTo<Name extends CallName>(bridge: Bridge, name: Name): Map<string, CallOutput<Name>> {
  const all: Answers = known.get(bridge) ?? {}
  known.set(bridge, all)
  return (all[name] ??= new Map())
}

/** What was answered to a question before, if that is remembered. It may be outdated: whoever shows it asks again. */
export function rememberedAnswer<Name extends CallName>(
  bridge: Bridge,
  name: Name,
  input: CallInput<Name>,
): CallOutput<Name> | undefined {
  return answersTo(bridge, name).get(JSON.stringify(input))
}

/** Remembers an answer. Answers it, or the one before where nothing is different: then nothing needs to be drawn anew. */
export function rememberAnswer<Name extends CallName>(
  bridge: Bridge,
  name: Name,
  input: CallInput<Name>,
  value: CallOutput<Name>,
): CallOutput<Name> {
  const answers = answersTo(bridge, name)
  const question = JSON.stringify(input)
  const before = answers.get(question)
  const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(value)
  answers.delete(question)
  answers.set(question, isSame ? before : value)
  for (const oldest of answers.keys()) {
    if (answers.size <= keptAnswers) break
    answers.delete(oldest)
  }
  return isSame ? before : value
}

type Coming = Promise<unknown>

const underWay = new WeakMap<Bridge, Map<string, Coming>>()

function underWayOver(bridge: Bridge): Map<string, Coming> {
  const all = underWay.get(bridge) ?? new Map<string, Coming>()
  underWay.set(bridge, all)
  return all
}

const questionOf = (name: CallName, input: unknown): string => JSON.stringify([name, input])

/** Asks ahead, for a page that is about to be opened. A question that is under way is not asked again. */
export async function prepareAnswer<Name extends CallName>(
  bridge: Bridge,
  name: Name,
  input: CallInput<Name>,
): Promise<void> {
  const all = underWayOver(bridge)
  const question = questionOf(name, input)
  if (all.has(question)) return
  const ask = async () => {
    const reply = await bridge.call(name, input)
    if (reply.ok) rememberAnswer(bridge, name, input, reply.value)
  }
  const coming = ask().finally(() => all.delete(question))
  all.set(question, coming)
  await coming
}

/** Until what was asked ahead is answered, if it is under way: `rememberedAnswer` knows it then. */
export function preparedAnswer<Name extends CallName>(
  bridge: Bridge,
  name: Name,
  input: CallInput<Name>,
): Promise<unknown> | undefined {
  return underWayOver(bridge).get(questionOf(name, input))
}
