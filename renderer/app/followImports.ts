import type { TFunction } from 'i18next'
import type { ImportJob } from '../../src/imports/index.ts'
import type { Host } from '../bridge/index.ts'
import type { Commands } from '../features/commands/index.ts'
import { nameWords } from '../features/imports/line.ts'
import { failureWords } from '../features/notices/index.ts'
import type { Notices } from '../features/notices/index.ts'
import { joinNames } from '../ui/format/index.ts'
import { importsAtom, pageAtom, store } from '../state/index.ts'

interface Telling {
  readonly commands: Commands
  readonly notices: Notices
  readonly t: TFunction
}

/** Keeps the store in step with the imports, and tells how they ended to whoever is elsewhere. */
export function followImports(host: Host, telling: Telling): void {
  const { bridge } = host
  const take = (jobs: readonly ImportJob[]) => {
    const before = new Map((store.get(importsAtom) ?? []).map((job) => [job.id, job]))
    store.set(importsAtom, jobs)
    for (const job of jobs) tellEnd(before.get(job.id), job, telling)
  }
  const load = async () => {
    const jobs = await bridge.call('imports.list', null)
    if (jobs.ok) take(jobs.value)
  }
  void load()
  let wasLost = false
  host.onConnection((state) => {
    if (state === 'open' && wasLost) void load()
    wasLost = state === 'lost'
  })
  bridge.on('imports.changed', take)
}

/** Says what became of an import, once, unless its page is open: there it is told. */
function tellEnd(before: ImportJob | undefined, now: ImportJob, { commands, notices, t }: Telling): void {
  if (before === undefined || before.state.kind === now.state.kind) return
  const page = store.get(pageAtom)
  if (page.kind === 'import' && page.id === now.id) return
  const { id, counts, state } = now
  const name = nameWords(now, t)
  const open = (show: 'all' | 'review') => () => commands.runWith('open-import', { id, show })
  if (state.kind === 'stopped' && state.error !== null) {
    const { what, more } = failureWords(state.error, t)
    const action = { label: t('imports.show'), run: open('all') }
    notices.tell({ tone: 'bad', title: t('imports.stoppedNotice', { name }), text: `${what}. ${more}`, action })
  }
  if (state.kind !== 'done' || before.state.kind === 'stopped') return
  const parts = [
    t('imports.matchedCount', { count: counts.matched }),
    ...(counts.none > 0 ? [t('imports.stripNone', { count: counts.none })] : []),
  ]
  notices.tell({
    tone: counts.review > 0 ? 'plain' : 'good',
    title: t('imports.doneNotice', { name }),
    text: joinNames(parts, document.documentElement.lang),
    action:
      counts.review > 0
        ? { label: t('imports.reviewCount', { count: counts.review }), run: open('review') }
        : { label: t('imports.show'), run: open('all') },
  })
}
