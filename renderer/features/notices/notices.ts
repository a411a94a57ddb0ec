import { Toast } from '@base-ui/react/toast'
import type { TFunction } from 'i18next'
import type { LongNotice, Notice, Notices } from './types.ts'
import { failureWords } from './words.ts'

/** What a toast carries besides its title and text. */
export interface ToastData {
  readonly tone: Notice['tone']
  readonly action: Notice['action'] | null
  /** Set on the notice of a long task. */
  readonly progress: { readonly value: number | null } | null
}

export const toastManager = Toast.createToastManager<ToastData>()

const shortMs = 4000
/** Long enough to read two sentences and reach the button. */
const longMs = 9000

/**
 * Notices, shown as toasts. Plain functions, so that commands can speak without being React. While the page is not
 * connected the banner says so, and no toast repeats it.
 */
export function createNotices(t: TFunction, isConnected: () => boolean): Notices {
  const shown = new Set<string>()
  const standing = new Map<string, string>()
  const undoable = new Map<string, () => void>()
  const tell = ({ tone, title, text, action, topic }: Notice) => {
    const id: string = toastManager.add({
      title,
      ...(text !== undefined && { description: text }),
      timeout: action || tone === 'bad' ? longMs : shortMs,
      data: { tone, action: action ?? null, progress: null },
      onClose: () => void undoable.delete(id),
      onRemove: () => void standing.delete(id),
    })
    if (action?.undoes === true) undoable.set(id, action.run)
    if (topic !== undefined) standing.set(id, topic)
  }
  return {
    tell,
    canUndo: () => undoable.size > 0,
    undo: () => {
      const [id, run] = [...undoable].at(-1) ?? []
      if (id === undefined || run === undefined) return
      undoable.delete(id)
      toastManager.close(id)
      run()
    },
    withdraw: (topic) => {
      for (const [id, about] of standing) if (about === topic) toastManager.close(id)
    },
    fail: (failure) => {
      if (failure.code === 'cancelled') return
      if (failure.code === 'bridge-closed' && !isConnected()) return
      const { what, more } = failureWords(failure, t)
      tell({ tone: 'bad', title: what, text: more })
    },
    long: (taskId, notice) => showLong(shown, taskId, notice),
  }
}

function showLong(shown: Set<string>, taskId: string, notice: LongNotice | null) {
  if (!notice) {
    if (shown.delete(taskId)) toastManager.close(taskId)
    return
  }
  const content = {
    title: notice.title,
    description: notice.text ?? '',
    data: { tone: 'plain' as const, action: notice.action, progress: { value: notice.value } },
  }
  if (shown.has(taskId)) toastManager.update(taskId, content)
  else toastManager.add({ ...content, id: taskId, timeout: 0 })
  shown.add(taskId)
}
