import type { CommandEnvironment } from './environment.ts'

/** Short work shows nothing: only after this long does the notice appear. */
const quietMs = 400

/** The notice of something that may take longer than a moment. */
export interface ShownProgress {
  /** How far it is, 0 to 1. */
  at(value: number): void
  /** Another title, for work in several parts. */
  named(title: string): void
  /** It is over: takes the notice away. */
  done(): void
}

let tasks = 0

/** Begins something long, which the person can cancel. */
export function showProgress(
  { notices, t }: Pick<CommandEnvironment, 'notices' | 't'>,
  title: string,
  control: AbortController,
): ShownProgress {
  tasks += 1
  const taskId = `command-${tasks}`
  const action = { label: t('open.cancel'), run: () => control.abort() }
  let shown: { readonly title: string; readonly value: number | null } = { title, value: null }
  let quiet = true
  const show = (next: typeof shown) => {
    shown = next
    if (!quiet) notices.long(taskId, { ...shown, action })
  }
  const timer = setTimeout(() => {
    quiet = false
    show(shown)
  }, quietMs)
  return {
    at: (value) => show({ ...shown, value }),
    named: (name) => show({ ...shown, title: name }),
    done() {
      clearTimeout(timer)
      quiet = true
      notices.long(taskId, null)
    },
  }
}
