import type { TFunction } from 'i18next'
import { atom } from 'jotai'
import type { createStore } from 'jotai'
import { failure } from '../../../src/failure/index.ts'
import type { Failure } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Player } from '../../player/controller/types.ts'
import { collectionOfOpened, contextOf, dialogAtom, openedAtom, withOpened } from '../../state/index.ts'
import type { Openable, OpenReport } from '../commands/types.ts'
import type { Notices } from '../notices/types.ts'
import { failureWords } from '../notices/words.ts'
import type { FileOpening } from './files.ts'
import { titleOf } from './names.ts'
import { foldersShown, joinedPath } from './places.ts'
import type { Opener } from './types.ts'
import { uploadAll } from './upload.ts'

/** A file that could not be opened, and why. */
export interface Skipped {
  readonly name: string
  /** Its path as far as it is known. */
  readonly location: string | null
  readonly error: Failure
}

/** What the list shows that a notice about files left out offers. */
export const skippedAtom = atom<readonly Skipped[]>([])

export interface OpenerEnvironment {
  readonly files: FileOpening
  readonly player: Player
  readonly store: ReturnType<typeof createStore>
  readonly notices: Notices
  readonly t: TFunction
  /** A new unique id. */
  readonly newId: () => string
  /** Asks the person; null when there is no such dialog in this host. */
  readonly ask: (kind: 'files' | 'folder') => Promise<Openable | null>
}

/** Short work shows nothing: only after this long does the progress notice appear. */
const quietMs = 400

/** For whoever does not wait for an answer: everything becomes a notice. */
const nobodyWaits: OpenReport = () => false

interface Outcome {
  readonly tracks: readonly Track[]
  readonly skipped: readonly Skipped[]
}

/** Opens files and folders, in both hosts. The last one wins: opening again cancels what is still being read. */
export function createOpener(environment: OpenerEnvironment): Opener {
  const { store, notices, player, t } = environment
  let running: AbortController | null = null

  const open = async (what: Openable, intent: 'play' | 'add', report = nobodyWaits) => {
    running?.abort()
    const control = new AbortController()
    running = control
    // It also names what was opened, in a queue that outlives this run.
    const taskId = environment.newId()
    const outcome = await read(environment, what, taskId, control)
    if (running === control) running = null
    if (outcome === 'cancelled') {
      report(failure('cancelled'))
      return
    }
    const problem = problemOf(outcome)
    if (report(problem) && problem) return
    if ('code' in outcome) notices.fail(outcome)
    else arrive(what, intent, outcome, taskId)
  }

  const arrive = (what: Openable, intent: 'play' | 'add', { tracks, skipped }: Outcome, taskId: string) => {
    if (tracks.length > 0) {
      const collection = collectionOfOpened(tracks, titleOf(what) ?? t('open.openedFiles'), taskId)
      store.set(openedAtom, (opened) => withOpened(opened, collection))
      if (intent === 'play') player.playNow(collection.tracks, { startIndex: 0, context: contextOf(collection) })
      else player.playLater(collection.tracks)
      if (intent === 'add') {
        const words = { count: tracks.length, title: tracks[0]?.title ?? '' }
        notices.tell({ tone: 'good', title: t('queue.added', words) })
      }
    }
    tellSkipped(tracks.length, skipped)
  }

  const tellSkipped = (opened: number, skipped: readonly Skipped[]) => {
    const only = skipped[0]
    if (opened === 0 && !only) {
      notices.tell({ tone: 'bad', title: t('open.nothing'), text: t('open.nothingText') })
      return
    }
    if (!only) return
    if (skipped.length === 1 && only.error.code === 'too-many-files') {
      notices.fail(only.error)
      return
    }
    if (skipped.length === 1 && opened === 0) {
      const { what, more } = failureWords(only.error, t)
      notices.tell({
        tone: 'bad',
        title: t('open.oneSkipped', { name: joinedPath([...(foldersShown(skipped)[0] ?? []), only.name]) }),
        text: `${what}. ${more}`,
      })
      return
    }
    const show = () => {
      store.set(skippedAtom, skipped)
      store.set(dialogAtom, 'skipped')
    }
    notices.tell({
      tone: 'bad',
      title: t('open.someSkipped', { count: skipped.length }),
      ...(opened > 0 && { text: t('open.someSkippedText', { count: opened }) }),
      action: { label: t('open.showSkipped'), run: show },
    })
  }

  const choose = async (kind: 'files' | 'folder', intent: 'play' | 'add') => {
    const what = await environment.ask(kind)
    if (what) await open(what, intent)
  }

  return {
    open: (what, intent, report) => void open(what, intent, report),
    cancel: () => running?.abort(),
    choose: (kind, intent) => void choose(kind, intent),
  }
}

/** Why nothing was opened, where one reason says it all; null when something was, or a list has to say it. */
function problemOf(outcome: Outcome | Failure): Failure | null {
  if ('code' in outcome) return outcome
  const { tracks, skipped } = outcome
  if (tracks.length > 0 || skipped.length > 1) return null
  return skipped[0]?.error ?? failure('folder-without-audio')
}

async function read(
  environment: OpenerEnvironment,
  what: Openable,
  taskId: string,
  control: AbortController,
): Promise<Outcome | Failure | 'cancelled'> {
  const { files, notices, t } = environment
  const action = { label: t('open.cancel'), run: () => control.abort() }
  let quiet = true
  let latest: { done: number; total: number; name: string } = { done: 0, total: 0, name: '' }
  const show = () => {
    if (quiet || control.signal.aborted) return
    notices.long(taskId, {
      title: what.kind === 'paths' ? t('open.reading') : t('open.copying'),
      text: latest.total > 0 ? t('open.copyingCount', latest) : '',
      value: latest.total > 0 ? latest.done / latest.total : null,
      action,
    })
  }
  const timer = setTimeout(() => {
    quiet = false
    show()
  }, quietMs)
  const onProgress = (next: typeof latest) => {
    latest = next
    show()
  }
  const stop = files.onProgress((progress) => {
    if (progress.taskId === taskId) onProgress(progress)
  })
  try {
    if (what.kind === 'uploads') return await uploadAll(what.files, control.signal, onProgress)
    const reply = await files.open(what.paths, taskId, control.signal)
    if (control.signal.aborted) return 'cancelled'
    return reply.ok ? reply.value : reply.error
  } finally {
    clearTimeout(timer)
    stop()
    notices.long(taskId, null)
  }
}
