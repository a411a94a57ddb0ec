import type { Failure } from '../../../src/contract/index.ts'
import type { ImportJob } from '../../../src/imports/index.ts'
import { importDraftAtom, importsAtom, pageAtom } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'
import { showPage } from './view.ts'

/** Songs that come over from elsewhere: begun, stopped, gone on with, taken away. */
export function importCommands({ bridge, store, notices, t, preview }: CommandEnvironment) {
  /** The list shows what was answered at once; the event that follows brings all of it. */
  const adopt = (job: ImportJob) =>
    store.set(importsAtom, (jobs) => {
      const others = jobs ?? []
      return others.some(({ id }) => id === job.id)
        ? others.map((one) => (one.id === job.id ? job : one))
        : [job, ...others]
    })

  const start = async ({ what, report }: ArgumentCommands['start-imports']) => {
    const started: ImportJob[] = []
    let problem: Failure | null = null
    for (const each of what) {
      const reply = await bridge.call('imports.start', each)
      if (!reply.ok) {
        problem = reply.error
        break
      }
      started.push(...reply.value.jobs)
    }
    for (const job of started.toReversed()) adopt(job)
    const isTold = report(problem)
    if (problem !== null && !isTold) notices.fail(problem)
    const [only] = started
    if (started.length === 1 && only) showPage(store, { kind: 'import', id: only.id, show: 'all' })
    else if (started.length > 1) showPage(store, { kind: 'imports' })
  }

  const change = async (asked: ReturnType<typeof bridge.call<'imports.cancel' | 'imports.retry'>>) => {
    const reply = await asked
    if (reply.ok) adopt(reply.value)
    else notices.fail(reply.error)
  }

  const remove = async ({ id, withPlaylist }: ArgumentCommands['remove-import']) => {
    const job = store.get(importsAtom)?.find((one) => one.id === id)
    const page = store.get(pageAtom)
    const isOpen = page.kind === 'import' && page.id === id
    const reply = await bridge.call('imports.remove', { id, withPlaylist })
    if (!reply.ok) return notices.fail(reply.error)
    store.set(importsAtom, (jobs) => jobs && jobs.filter((one) => one.id !== id))
    if (isOpen) showPage(store, { kind: 'imports' })
    const undo = async () => {
      const restored = await bridge.call('imports.restore', { id })
      if (!restored.ok) return notices.fail(restored.error)
      adopt(restored.value)
      return isOpen ? showPage(store, page) : undefined
    }
    const name = job?.name || t('imports.unnamed')
    return notices.tell({
      tone: 'good',
      title: withPlaylist ? t('imports.removedBoth', { name }) : t('imports.removed', { name }),
      action: { label: t('queue.undo'), run: () => void undo(), undoes: true },
    })
  }

  return {
    'bring-over': () => store.set(importDraftAtom, { way: 'file', files: [] }),
    imports: () => showPage(store, { kind: 'imports' }),
    'begin-import': (draft: ArgumentCommands['begin-import']) => store.set(importDraftAtom, draft),
    'start-imports': (what: ArgumentCommands['start-imports']) => void start(what),
    'open-import': ({ id, show }: ArgumentCommands['open-import']) => showPage(store, { kind: 'import', id, show }),
    'stop-import': ({ id }: ArgumentCommands['stop-import']) => void change(bridge.call('imports.cancel', { id })),
    'retry-import': ({ id }: ArgumentCommands['retry-import']) => void change(bridge.call('imports.retry', { id })),
    'remove-import': (what: ArgumentCommands['remove-import']) => void remove(what),
    'preview-track': ({ track }: ArgumentCommands['preview-track']) => preview.toggle(track),
    'end-preview': () => preview.end(),
  }
}
