import { atom } from 'jotai'
import type { Failure } from '../../src/contract/index.ts'
import type { ImportJob } from '../../src/imports/index.ts'

/** Imports, the newest first; null until they arrived. Written by `followImports` and the commands. */
export const importsAtom = atom<readonly ImportJob[] | null>(null)

/** The import that is worked on, or else the one that is next; null while there is nothing to do. */
export const importUnderWayAtom = atom((get) => {
  const jobs = get(importsAtom) ?? []
  return (
    jobs.find(({ state }) => state.kind === 'running') ?? jobs.findLast(({ state }) => state.kind === 'waiting') ?? null
  )
})

/** What the wizard begins with: a way to bring songs over, and files that were dropped already. */
export interface ImportDraft {
  readonly way: 'file' | 'text' | 'spotify' | 'link'
  readonly files: readonly File[]
}

/** Null while the wizard is closed. */
export const importDraftAtom = atom<ImportDraft | null>(null)

/** A recording that is listened to on its own, to tell whether it is the right one. What plays waits meanwhile. */
export interface Preview {
  readonly trackId: string
  readonly state: 'loading' | 'playing' | 'failed'
  readonly error: Failure | null
}

export const previewAtom = atom<Preview | null>(null)
